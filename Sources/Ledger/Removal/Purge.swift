import Storage

extension GatewayLedger {
    /// Rewrites the index of words where something was erased from it, piece by piece, so that nobody waits long to write; and
    /// destroys the files that went with what was erased.
    ///
    /// What is left when this is interrupted is remembered, and done by the next erasure, when the server starts, or by
    /// `concord doctor`.
    package func purge() async throws {
        try await database.trim(SearchProjection.index)
        while let asked = try await database.read({ try $0.purgeAskedFor() }) {
            var begins = true
            while try await rewritePiece(of: asked, begins: begins) {
                begins = false
                // Between processes the lock goes to whoever asks at the right moment: this leaves them one.
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        try await purgeBlobs()
    }

    /// False where nothing was left to rewrite.
    private func rewritePiece(of asked: Int, begins: Bool) async throws -> Bool {
        try await database.write { session in
            if try SearchProjection.index.purge(pages: Self.piece, begins: begins, in: session) { return true }
            try session.run("UPDATE purge SET done = \(asked) WHERE what = 'words' AND done < \(asked)")
            return false
        }
    }

    /// Pages of the index that one transaction rewrites.
    fileprivate static let piece = 1_000
}

extension Session {
    /// Begins to rewrite the pages that hold erased words, and remembers it where they are more than one piece.
    func beginPurge() throws {
        let index = SearchProjection.index
        guard try index.purge(pages: GatewayLedger.piece, begins: true, in: self),
            try index.purge(pages: GatewayLedger.piece, begins: false, in: self)
        else { return }
        try askForPurge()
    }

    /// Remembers that words were erased whose pages are still to be rewritten.
    func askForPurge() throws {
        try run(
            """
            INSERT INTO purge (what, asked, done) VALUES ('words', 1, 0)
            ON CONFLICT (what) DO UPDATE SET asked = purge.asked + 1
            """)
    }

    /// The number of the last erasure whose words are still in the file; nil where there is none.
    fileprivate func purgeAskedFor() throws -> Int? {
        try value("SELECT asked FROM purge WHERE what = 'words' AND done < asked")
    }
}
