import Web

/// The sentences of bringing a file.
struct FileWords: Sendable {
    let title: String
    let lead: String
    let place: String
    let name: String
    let nameHint: String
    let file: String
    let fileHint: @Sendable (_ mebibytes: Int) -> String
    let bring: String
    let mistake: @Sendable (FileFormModel.Mistake) -> String

    static func `in`(_ language: Language) -> FileWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = FileWords(
        title: "Bring a file",
        lead:
            "It stands beside an object that names it by its SHA-256. Whoever reads that object may have the file. It is never opened here.",
        place: "Into", name: "Name", nameHint: "Empty: as the file is called.", file: "File",
        fileHint: { "At most \($0) MiB." }, bring: "Bring it",
        mistake: {
            switch $0 {
            case .noFile: "Choose a file."
            case .noPlace: "Choose where it goes."
            case .noRoom: "There is no room for it: the quota of files is used up."
            case .refused: "The laws of the collection do not allow it there."
            }
        })

    static let french = FileWords(
        title: "Apporter un fichier",
        lead:
            "Il accompagne un objet qui le nomme par son SHA-256. Qui lit cet objet peut avoir le fichier. Il n’est jamais ouvert ici.",
        place: "Dans", name: "Nom", nameHint: "Vide : comme le fichier s’appelle.", file: "Fichier",
        fileHint: { "\($0) Mio au plus." }, bring: "L’apporter",
        mistake: {
            switch $0 {
            case .noFile: "Choisissez un fichier."
            case .noPlace: "Choisissez où il va."
            case .noRoom: "Il n’y a pas de place : le quota de fichiers est épuisé."
            case .refused: "Les règles de la collection ne le permettent pas là."
            }
        })

    static let arabic = FileWords(
        title: "جلب ملف",
        lead: "يقف بجانب كائن يسمّيه ببصمة SHA-256. ومن يقرأ ذلك الكائن يحق له الملف. ولا يُفتح هنا أبدًا.", place: "إلى",
        name: "الاسم", nameHint: "فارغ: كما يُسمّى الملف.", file: "الملف",
        fileHint: { "\($0) ميبي‌بايت على الأكثر." }, bring: "اجلبه",
        mistake: {
            switch $0 {
            case .noFile: "اختر ملفًا."
            case .noPlace: "اختر إلى أين يذهب."
            case .noRoom: "لا متسع له: حصة الملفات مستنفدة."
            case .refused: "قواعد المجموعة لا تسمح به هناك."
            }
        })

    static let spanish = FileWords(
        title: "Traer un archivo",
        lead:
            "Queda junto a un objeto que lo nombra por su SHA-256. Quien lee ese objeto puede tener el archivo. Aquí nunca se abre.",
        place: "En", name: "Nombre", nameHint: "Vacío: como se llama el archivo.", file: "Archivo",
        fileHint: { "\($0) MiB como máximo." }, bring: "Traerlo",
        mistake: {
            switch $0 {
            case .noFile: "Elija un archivo."
            case .noPlace: "Elija adónde va."
            case .noRoom: "No hay sitio: la cuota de archivos está agotada."
            case .refused: "Las reglas de la colección no lo permiten allí."
            }
        })

    static let russian = FileWords(
        title: "Принести файл",
        lead:
            "Он стоит рядом с объектом, который называет его по SHA-256. Кто читает этот объект, может получить файл. Здесь его никогда не открывают.",
        place: "Куда", name: "Имя", nameHint: "Пусто: как называется файл.", file: "Файл",
        fileHint: { "Не более \($0) МиБ." }, bring: "Принести",
        mistake: {
            switch $0 {
            case .noFile: "Выберите файл."
            case .noPlace: "Выберите, куда."
            case .noRoom: "Места нет: квота файлов исчерпана."
            case .refused: "Правила коллекции этого там не допускают."
            }
        })

    static let chinese = FileWords(
        title: "上传文件", lead: "文件与一个以 SHA-256 指明它的对象并存。能读该对象者即可取得文件。此处从不打开文件。", place: "放入", name: "名称",
        nameHint: "留空：沿用文件名。", file: "文件",
        fileHint: { "最多 \($0) MiB。" }, bring: "上传",
        mistake: {
            switch $0 {
            case .noFile: "请选择文件。"
            case .noPlace: "请选择放入何处。"
            case .noRoom: "空间不足：文件配额已用完。"
            case .refused: "该集合的规则不允许。"
            }
        })
}
