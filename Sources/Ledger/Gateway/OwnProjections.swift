import Storage

extension GatewayLedger {
    /// The projections of this room, in the order in which they are told; those of other rooms follow.
    static let ownProjections: [any Projection.Type] = [
        TypeCounts.self, SearchProjection.self, LinkProjection.self, ObservableProjection.self,
    ]

    /// Every projection that is filled, for what changes in one collection.
    func projections(of collection: LogCollection, in session: Session) throws -> Projections {
        try Projections(
            collection: collection.number, in: session, of: session.filled(projectionKinds, in: collection.number))
    }
}
