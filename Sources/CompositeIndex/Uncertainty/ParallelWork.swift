/// Work on many items by a stated number of tasks at once.
enum ParallelWork {
    /// Does the work for every item and hands over each outcome as it comes, in any order.
    ///
    /// Items are started in order and a failure starts no more of them, so the failure that is thrown is that of the
    /// first item that fails, whatever the number of workers.
    /// - Throws: `IndexError`, with the code `cancelled` where the task was cancelled.
    static func each<Item: Sendable, Outcome: Sendable>(
        _ items: [Item], workers: Int, work: @escaping @Sendable (Item) throws(IndexError) -> Outcome,
        then: (Int, Outcome) -> Void
    ) async throws(IndexError) {
        let failure = await withTaskGroup(of: (Int, Result<Outcome, IndexError>).self) { group in
            var next = 0
            var failure: (item: Int, error: IndexError)?
            func start() {
                guard next < items.count, failure == nil, !Task.isCancelled else { return }
                let number = next
                let item = items[number]
                next += 1
                group.addTask {
                    do throws(IndexError) { return (number, .success(try work(item))) } catch {
                        return (number, .failure(error))
                    }
                }
            }
            for _ in 0..<max(1, workers) { start() }
            while let (number, result) = await group.next() {
                switch result {
                case .success(let outcome): then(number, outcome)
                case .failure(let error):
                    if failure.map({ number < $0.item }) ?? true { failure = (number, error) }
                }
                start()
            }
            return failure?.error
        }
        if Task.isCancelled { throw IndexError(.cancelled, "The computation was stopped.") }
        if let failure { throw failure }
    }
}
