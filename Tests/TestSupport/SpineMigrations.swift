import Hall
import Outside
package import Storage
import Work

/// The tables that every domain may count on.
package let spineMigrations: [Migration] = workMigrations + outsideMigrations + HallDomain.migrations
