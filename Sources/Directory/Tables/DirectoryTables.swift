package import Ledger

/// The tables of accounts, organisations, groups and all that belongs to them.
package struct DirectoryTables: LedgerTable {
    package let ledger: GatewayLedger
}
