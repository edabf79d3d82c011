import Web

@testable import Desk

/// Every page of the desk from its mock, for pictures and for the snapshots of tests.
enum DeskGallery {
    typealias Maker = @Sendable (PageContext) -> Page

    static let pages: [(name: String, make: Maker)] = [
        ("home", { HomeModel.mock.page(in: $0) }),
        ("home-empty", { HomeModel.mockEmpty.page(in: $0) }),
        ("collection", { CollectionModel.mock.page(in: $0) }),
        ("type-list", { TypeListModel.mock.page(in: $0) }),
        ("types", { TypesModel.mock.page(in: $0) }),
        ("object", { ObjectModel.mock.page(in: $0) }),
        ("object-relationship", { ObjectModel.mockRelationship.page(in: $0) }),
        ("object-indicator", { ObjectModel.mockIndicator.page(in: $0) }),
        ("object-file", { ObjectModel.mockObservable.page(in: $0) }),
        ("object-report", { ObjectModel.mockReport.page(in: $0) }),
        ("drafts", { DraftListModel.mock.page(in: $0) }),
        ("drafts-erased", { DraftListModel.mockErased.page(in: $0) }),
        ("draft-form", { DraftFormModel.mock.page(in: $0) }),
        ("draft-mistakes", { DraftFormModel.mockMistakes.page(in: $0) }),
        ("draft-sighting", { DraftFormModel.mockSighting.page(in: $0) }),
        ("draft-opinion", { DraftFormModel.mockOpinion.page(in: $0) }),
        ("draft-correction", { DraftFormModel.mockCorrection.page(in: $0) }),
        ("preview", { PreviewModel.mock.page(in: $0) }),
        ("preview-correction", { PreviewModel.mockCorrection.page(in: $0) }),
        ("preview-refused", { PreviewModel.mockRefused.page(in: $0) }),
        ("withdrawal", { RemovalModel.mockWithdrawal.page(in: $0) }),
        ("erasure", { RemovalModel.mockErasure.page(in: $0) }),
        ("sharing", { SharingModel.mock.page(in: $0) }),
        ("relations", { RelationsModel.mock.page(in: $0) }),
        ("search", { SearchModel.mock.page(in: $0) }),
        ("search-narrowed", { SearchModel.mockNarrowed.page(in: $0) }),
        ("saved-searches", { SavedSearchesModel.mock.page(in: $0) }),
        ("saved-searches-empty", { SavedSearchesModel.mockEmpty.page(in: $0) }),
        ("search-none", { SearchModel.mockNone.page(in: $0) }),
        ("check", { CheckModel.empty.page(in: $0) }),
        ("check-results", { CheckModel.mock.page(in: $0.signedIn) }),
        ("check-none", { CheckModel.mockNone.page(in: $0) }),
        ("known-good", { KnownGoodModel.mock.page(in: $0) }),
        ("known-good-none", { KnownGoodModel(lists: []).page(in: $0) }),
        ("about", { AboutModel.mock.page(in: $0) }),
        ("morning", { MorningModel.mock.page(in: $0) }),
        ("morning-empty", { MorningModel.mockEmpty.page(in: $0) }),
        ("quarantine", { QuarantineModel.mock.page(in: $0) }),
        ("quarantine-empty", { QuarantineModel.mockEmpty.page(in: $0) }),
        ("quarantine-conflict", { QuarantineCaseModel.mock.page(in: $0) }),
        ("quarantine-refused", { QuarantineCaseModel.mockRefused.page(in: $0) }),
        ("imports", { ImportsModel.mock.page(in: $0) }),
        ("import-undo", { ImportUndoModel.mock.page(in: $0) }),
        ("problem-404", { Problem.notFound.page(in: $0) }),
        ("problem-400", { Problem.badRequest(parameter: "after").page(in: $0) }),
    ]
}
