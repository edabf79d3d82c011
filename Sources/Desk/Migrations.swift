package import Storage

/// The desk's own tables, in the order in which they came; `docs/tables.md` says which are truth and which projection.
package let deskMigrations: [Migration] = [knownGoodMigration]
