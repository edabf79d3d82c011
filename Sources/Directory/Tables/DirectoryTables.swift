import Ledger

/// The tables of accounts, organisations, groups and all that belongs to them.
struct DirectoryTables: LedgerTable {
    let ledger: GatewayLedger
}
