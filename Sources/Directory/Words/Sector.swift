import Web

/// The vocabulary `industry-sector-ov`, STIX 2.1 §10.7, and how its sectors are called.
enum Sector: String, CaseIterable {
    case agriculture
    case aerospace
    case automotive
    case chemical
    case commercial
    case communications
    case construction
    case dams
    case defense
    case education
    case emergencyServices = "emergency-services"
    case energy
    case entertainment
    case financialServices = "financial-services"
    case government
    case governmentLocal = "government-local"
    case governmentNational = "government-national"
    case governmentPublicServices = "government-public-services"
    case governmentRegional = "government-regional"
    case healthcare
    case hospitalityLeisure = "hospitality-leisure"
    case infrastructure
    case insurance
    case manufacturing
    case mining
    case nonProfit = "non-profit"
    case nuclear
    case pharmaceuticals
    case retail
    case technology
    case telecommunications
    case transportation
    case utilities
    case water

    private struct Names {
        let english, french, arabic, spanish, russian, chinese: String

        init(
            _ english: String, _ french: String, _ arabic: String, _ spanish: String, _ russian: String,
            _ chinese: String
        ) {
            (self.english, self.french, self.arabic) = (english, french, arabic)
            (self.spanish, self.russian, self.chinese) = (spanish, russian, chinese)
        }
    }

    /// How it is called.
    func name(in language: Language) -> String {
        switch language {
        case .english: names.english
        case .french: names.french
        case .arabic: names.arabic
        case .spanish: names.spanish
        case .russian: names.russian
        case .chinese: names.chinese
        }
    }

    private var names: Names {
        switch self {
        case .agriculture: Names("Agriculture", "Agriculture", "الزراعة", "Agricultura", "Сельское хозяйство", "农业")
        case .aerospace:
            Names("Aerospace", "Aérospatial", "الفضاء والطيران", "Aeroespacial", "Авиация и космос", "航空航天")
        case .automotive: Names("Automotive", "Automobile", "السيارات", "Automoción", "Автомобилестроение", "汽车")
        case .chemical: Names("Chemical", "Chimie", "الكيميائيات", "Química", "Химическая промышленность", "化工")
        case .commercial: Names("Commercial", "Commerce", "التجارة", "Comercio", "Торговля", "商业")
        case .communications: Names("Communications", "Communications", "الاتصالات", "Comunicaciones", "Связь", "通信")
        case .construction: Names("Construction", "Construction", "البناء", "Construcción", "Строительство", "建筑")
        case .dams: Names("Dams", "Barrages", "السدود", "Presas", "Плотины", "水坝")
        case .defense: Names("Defence", "Défense", "الدفاع", "Defensa", "Оборона", "国防")
        case .education: Names("Education", "Éducation", "التعليم", "Educación", "Образование", "教育")
        case .emergencyServices:
            Names(
                "Emergency services", "Services d’urgence", "خدمات الطوارئ", "Servicios de emergencia",
                "Экстренные службы", "应急服务")
        case .energy: Names("Energy", "Énergie", "الطاقة", "Energía", "Энергетика", "能源")
        case .entertainment: Names("Entertainment", "Divertissement", "الترفيه", "Entretenimiento", "Развлечения", "娱乐")
        case .financialServices:
            Names(
                "Financial services", "Services financiers", "الخدمات المالية", "Servicios financieros",
                "Финансовые услуги", "金融服务")
        case .government:
            Names(
                "Government", "Administration publique", "الحكومة", "Administración pública",
                "Государственное управление", "政府")
        case .governmentLocal:
            Names(
                "Local government", "Administration locale", "الحكومة المحلية", "Administración local",
                "Местное самоуправление", "地方政府")
        case .governmentNational:
            Names(
                "National government", "Administration nationale", "الحكومة الوطنية", "Administración nacional",
                "Центральные органы власти", "中央政府")
        case .governmentPublicServices:
            Names(
                "Public services", "Services publics", "الخدمات العامة", "Servicios públicos", "Государственные услуги",
                "公共服务")
        case .governmentRegional:
            Names(
                "Regional government", "Administration régionale", "الحكومة الإقليمية", "Administración regional",
                "Региональные органы власти", "区域政府")
        case .healthcare: Names("Health care", "Santé", "الرعاية الصحية", "Sanidad", "Здравоохранение", "医疗卫生")
        case .hospitalityLeisure:
            Names(
                "Hospitality and leisure", "Hôtellerie et loisirs", "الضيافة والترويح", "Hostelería y ocio",
                "Гостиницы и отдых", "酒店与休闲")
        case .infrastructure:
            Names("Infrastructure", "Infrastructures", "البنية التحتية", "Infraestructuras", "Инфраструктура", "基础设施")
        case .insurance: Names("Insurance", "Assurance", "التأمين", "Seguros", "Страхование", "保险")
        case .manufacturing:
            Names(
                "Manufacturing", "Industrie manufacturière", "الصناعة التحويلية", "Industria manufacturera",
                "Обрабатывающая промышленность", "制造业")
        case .mining: Names("Mining", "Mines", "التعدين", "Minería", "Горнодобывающая промышленность", "采矿")
        case .nonProfit:
            Names(
                "Non-profit", "Sans but lucratif", "القطاع غير الربحي", "Sin ánimo de lucro",
                "Некоммерческие организации", "非营利")
        case .nuclear: Names("Nuclear", "Nucléaire", "القطاع النووي", "Nuclear", "Атомная отрасль", "核工业")
        case .pharmaceuticals:
            Names("Pharmaceuticals", "Pharmacie", "الأدوية", "Industria farmacéutica", "Фармацевтика", "制药")
        case .retail:
            Names("Retail", "Commerce de détail", "تجارة التجزئة", "Comercio minorista", "Розничная торговля", "零售")
        case .technology: Names("Technology", "Technologie", "التقنية", "Tecnología", "Технологии", "科技")
        case .telecommunications:
            Names(
                "Telecommunications", "Télécommunications", "الاتصالات السلكية واللاسلكية", "Telecomunicaciones",
                "Телекоммуникации", "电信")
        case .transportation: Names("Transportation", "Transports", "النقل", "Transporte", "Транспорт", "交通运输")
        case .utilities:
            Names("Utilities", "Eau, gaz et électricité", "المرافق", "Suministros", "Коммунальные услуги", "公用事业")
        case .water: Names("Water", "Eau", "المياه", "Agua", "Водоснабжение", "水务")
        }
    }
}
