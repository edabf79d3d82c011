/// Kinds of incidents: the codes of the Reference Security Incident Taxonomy, with short names of our own.
let rsitData = #"""
    {"namespace":"rsit","expanded":"Reference Security Incident Taxonomy","version":1003,
      "predicates":[
        {"value":"abusive-content","expanded":"Abusive content","expanded_fr":"Contenu abusif","expanded_ar":"محتوى مسيء","expanded_es":"Contenido abusivo","expanded_ru":"Оскорбительное содержание","expanded_zh":"滥用内容"},
        {"value":"malicious-code","expanded":"Malicious code","expanded_fr":"Code malveillant","expanded_ar":"برمجيات خبيثة","expanded_es":"Código malicioso","expanded_ru":"Вредоносный код","expanded_zh":"恶意代码"},
        {"value":"information-gathering","expanded":"Information gathering","expanded_fr":"Collecte d’informations","expanded_ar":"جمع معلومات","expanded_es":"Obtención de información","expanded_ru":"Сбор информации","expanded_zh":"信息收集"},
        {"value":"intrusion-attempts","expanded":"Intrusion attempts","expanded_fr":"Tentatives d’intrusion","expanded_ar":"محاولات اختراق","expanded_es":"Intentos de intrusión","expanded_ru":"Попытки вторжения","expanded_zh":"入侵尝试"},
        {"value":"intrusions","expanded":"Intrusions","expanded_fr":"Intrusions","expanded_ar":"اختراقات","expanded_es":"Intrusiones","expanded_ru":"Вторжения","expanded_zh":"入侵"},
        {"value":"availability","expanded":"Availability","expanded_fr":"Disponibilité","expanded_ar":"التوفر","expanded_es":"Disponibilidad","expanded_ru":"Доступность","expanded_zh":"可用性"},
        {"value":"information-content-security","expanded":"Information security","expanded_fr":"Sécurité de l’information","expanded_ar":"أمن المعلومات","expanded_es":"Seguridad de la información","expanded_ru":"Безопасность информации","expanded_zh":"信息内容安全"},
        {"value":"fraud","expanded":"Fraud","expanded_fr":"Fraude","expanded_ar":"احتيال","expanded_es":"Fraude","expanded_ru":"Мошенничество","expanded_zh":"欺诈"},
        {"value":"vulnerable","expanded":"Vulnerable","expanded_fr":"Vulnérable","expanded_ar":"عرضة للاختراق","expanded_es":"Vulnerable","expanded_ru":"Уязвимость системы","expanded_zh":"易受攻击"},
        {"value":"other","expanded":"Other","expanded_fr":"Autre","expanded_ar":"غير ذلك","expanded_es":"Otros","expanded_ru":"Прочее","expanded_zh":"其他"},
        {"value":"test","expanded":"Test","expanded_fr":"Essai","expanded_ar":"اختبار","expanded_es":"Prueba","expanded_ru":"Проверка","expanded_zh":"测试"}],
      "values":[
        {"predicate":"abusive-content","entry":[
          {"value":"spam","expanded":"Spam","expanded_fr":"Pourriel","expanded_ar":"بريد مزعج","expanded_es":"Correo basura","expanded_ru":"Спам","expanded_zh":"垃圾邮件"},
          {"value":"harmful-speech","expanded":"Harmful speech","expanded_fr":"Propos nuisibles","expanded_ar":"كلام مؤذٍ","expanded_es":"Expresiones dañinas","expanded_ru":"Оскорбления и вражда","expanded_zh":"有害言论"},
          {"value":"violence","expanded":"Sexual or violent content","expanded_fr":"Contenu sexuel ou violent","expanded_ar":"محتوى جنسي أو عنيف","expanded_es":"Contenido sexual o violento","expanded_ru":"Сексуальное или насильственное содержание","expanded_zh":"色情或暴力内容"}]},
        {"predicate":"malicious-code","entry":[
          {"value":"infected-system","expanded":"Infected system","expanded_fr":"Système infecté","expanded_ar":"نظام مصاب","expanded_es":"Sistema infectado","expanded_ru":"Заражённая система","expanded_zh":"受感染系统"},
          {"value":"c2-server","expanded":"Command server","expanded_fr":"Serveur de commande","expanded_ar":"خادم تحكم","expanded_es":"Servidor de mando","expanded_ru":"Сервер управления","expanded_zh":"命令控制服务器"},
          {"value":"malware-distribution","expanded":"Malware distribution","expanded_fr":"Diffusion de maliciels","expanded_ar":"توزيع برمجيات خبيثة","expanded_es":"Distribución de código malicioso","expanded_ru":"Распространение вредоносных программ","expanded_zh":"恶意软件分发"},
          {"value":"malware-configuration","expanded":"Malware configuration","expanded_fr":"Configuration de maliciel","expanded_ar":"إعدادات برمجية خبيثة","expanded_es":"Configuración de código malicioso","expanded_ru":"Конфигурация вредоносной программы","expanded_zh":"恶意软件配置"}]},
        {"predicate":"information-gathering","entry":[
          {"value":"scanner","expanded":"Scanning","expanded_fr":"Balayage","expanded_ar":"مسح","expanded_es":"Escaneo","expanded_ru":"Сканирование","expanded_zh":"扫描"},
          {"value":"sniffing","expanded":"Sniffing","expanded_fr":"Écoute","expanded_ar":"تنصت","expanded_es":"Interceptación de tráfico","expanded_ru":"Перехват трафика","expanded_zh":"嗅探"},
          {"value":"social-engineering","expanded":"Social engineering","expanded_fr":"Ingénierie sociale","expanded_ar":"هندسة اجتماعية","expanded_es":"Ingeniería social","expanded_ru":"Социальная инженерия","expanded_zh":"社会工程"}]},
        {"predicate":"intrusion-attempts","entry":[
          {"value":"ids-alert","expanded":"Known vulnerability exploited","expanded_fr":"Exploitation d’une faille connue","expanded_ar":"استغلال ثغرة معروفة","expanded_es":"Explotación de una vulnerabilidad conocida","expanded_ru":"Эксплуатация известной уязвимости","expanded_zh":"利用已知漏洞"},
          {"value":"brute-force","expanded":"Login attempts","expanded_fr":"Essais de connexion","expanded_ar":"محاولات دخول","expanded_es":"Intentos de acceso","expanded_ru":"Попытки входа","expanded_zh":"登录尝试"},
          {"value":"exploit","expanded":"New attack signature","expanded_fr":"Nouvelle signature d’attaque","expanded_ar":"بصمة هجوم جديدة","expanded_es":"Nueva firma de ataque","expanded_ru":"Новая сигнатура атаки","expanded_zh":"新攻击特征"}]},
        {"predicate":"intrusions","entry":[
          {"value":"privileged-account-compromise","expanded":"Privileged account compromised","expanded_fr":"Compte privilégié compromis","expanded_ar":"اختراق حساب ذي صلاحيات","expanded_es":"Cuenta con privilegios comprometida","expanded_ru":"Взлом привилегированной учётной записи","expanded_zh":"特权账户失陷"},
          {"value":"unprivileged-account-compromise","expanded":"Ordinary account compromised","expanded_fr":"Compte ordinaire compromis","expanded_ar":"اختراق حساب عادي","expanded_es":"Cuenta ordinaria comprometida","expanded_ru":"Взлом обычной учётной записи","expanded_zh":"普通账户失陷"},
          {"value":"application-compromise","expanded":"Application compromised","expanded_fr":"Application compromise","expanded_ar":"اختراق تطبيق","expanded_es":"Aplicación comprometida","expanded_ru":"Взлом приложения","expanded_zh":"应用失陷"},
          {"value":"system-compromise","expanded":"System compromised","expanded_fr":"Système compromis","expanded_ar":"اختراق نظام","expanded_es":"Sistema comprometido","expanded_ru":"Взлом системы","expanded_zh":"系统失陷"},
          {"value":"burglary","expanded":"Burglary","expanded_fr":"Effraction","expanded_ar":"سطو","expanded_es":"Robo con allanamiento","expanded_ru":"Кража со взломом","expanded_zh":"入室盗窃"}]},
        {"predicate":"availability","entry":[
          {"value":"dos","expanded":"Denial of service","expanded_fr":"Déni de service","expanded_ar":"حجب خدمة","expanded_es":"Denegación de servicio","expanded_ru":"Отказ в обслуживании","expanded_zh":"拒绝服务"},
          {"value":"ddos","expanded":"Distributed denial of service","expanded_fr":"Déni de service distribué","expanded_ar":"حجب خدمة موزع","expanded_es":"Denegación de servicio distribuida","expanded_ru":"Распределённый отказ в обслуживании","expanded_zh":"分布式拒绝服务"},
          {"value":"misconfiguration","expanded":"Misconfiguration","expanded_fr":"Mauvaise configuration","expanded_ar":"خطأ في الإعداد","expanded_es":"Configuración errónea","expanded_ru":"Ошибка конфигурации","expanded_zh":"配置错误"},
          {"value":"sabotage","expanded":"Sabotage","expanded_fr":"Sabotage","expanded_ar":"تخريب","expanded_es":"Sabotaje","expanded_ru":"Саботаж","expanded_zh":"蓄意破坏"},
          {"value":"outage","expanded":"Outage","expanded_fr":"Panne","expanded_ar":"انقطاع","expanded_es":"Interrupción","expanded_ru":"Перебой в работе","expanded_zh":"服务中断"}]},
        {"predicate":"information-content-security","entry":[
          {"value":"unauthorised-information-access","expanded":"Unauthorised access","expanded_fr":"Accès non autorisé","expanded_ar":"اطلاع غير مصرح به","expanded_es":"Acceso no autorizado","expanded_ru":"Несанкционированный доступ","expanded_zh":"未授权访问"},
          {"value":"unauthorised-information-modification","expanded":"Unauthorised change","expanded_fr":"Modification non autorisée","expanded_ar":"تعديل غير مصرح به","expanded_es":"Modificación no autorizada","expanded_ru":"Несанкционированное изменение","expanded_zh":"未授权修改"},
          {"value":"data-loss","expanded":"Data loss","expanded_fr":"Perte de données","expanded_ar":"فقدان بيانات","expanded_es":"Pérdida de datos","expanded_ru":"Потеря данных","expanded_zh":"数据丢失"},
          {"value":"data-leak","expanded":"Data leak","expanded_fr":"Fuite de données","expanded_ar":"تسرب بيانات","expanded_es":"Fuga de datos","expanded_ru":"Утечка данных","expanded_zh":"数据泄露"}]},
        {"predicate":"fraud","entry":[
          {"value":"unauthorised-use-of-resources","expanded":"Unauthorised use of resources","expanded_fr":"Usage non autorisé de ressources","expanded_ar":"استعمال غير مصرح به للموارد","expanded_es":"Uso no autorizado de recursos","expanded_ru":"Несанкционированное использование ресурсов","expanded_zh":"未授权使用资源"},
          {"value":"copyright","expanded":"Copyright","expanded_fr":"Droit d’auteur","expanded_ar":"حقوق النشر","expanded_es":"Derechos de autor","expanded_ru":"Авторское право","expanded_zh":"版权"},
          {"value":"masquerade","expanded":"Masquerade","expanded_fr":"Usurpation d’identité","expanded_ar":"انتحال هوية","expanded_es":"Suplantación de identidad","expanded_ru":"Выдача себя за другого","expanded_zh":"身份冒充"},
          {"value":"phishing","expanded":"Phishing","expanded_fr":"Hameçonnage","expanded_ar":"تصيد","expanded_es":"Phishing","expanded_ru":"Фишинг","expanded_zh":"网络钓鱼"}]},
        {"predicate":"vulnerable","entry":[
          {"value":"weak-crypto","expanded":"Weak cryptography","expanded_fr":"Cryptographie faible","expanded_ar":"تعمية ضعيفة","expanded_es":"Criptografía débil","expanded_ru":"Слабая криптография","expanded_zh":"弱加密"},
          {"value":"ddos-amplifier","expanded":"Amplifier","expanded_fr":"Amplificateur","expanded_ar":"مضخم هجمات","expanded_es":"Amplificador","expanded_ru":"Усилитель атак","expanded_zh":"攻击放大器"},
          {"value":"potentially-unwanted-accessible","expanded":"Exposed service","expanded_fr":"Service exposé","expanded_ar":"خدمة مكشوفة","expanded_es":"Servicio expuesto","expanded_ru":"Открытая служба","expanded_zh":"暴露的服务"},
          {"value":"information-disclosure","expanded":"Information disclosure","expanded_fr":"Divulgation d’informations","expanded_ar":"إفشاء معلومات","expanded_es":"Revelación de información","expanded_ru":"Раскрытие информации","expanded_zh":"信息泄漏"},
          {"value":"vulnerable-system","expanded":"Vulnerable system","expanded_fr":"Système vulnérable","expanded_ar":"نظام فيه ثغرة","expanded_es":"Sistema vulnerable","expanded_ru":"Уязвимая система","expanded_zh":"存在漏洞的系统"}]},
        {"predicate":"other","entry":[
          {"value":"other","expanded":"Uncategorised","expanded_fr":"Non classé","expanded_ar":"غير مصنف","expanded_es":"Sin clasificar","expanded_ru":"Без категории","expanded_zh":"未分类"},
          {"value":"undetermined","expanded":"Undetermined","expanded_fr":"Indéterminé","expanded_ar":"غير محدد","expanded_es":"Indeterminado","expanded_ru":"Не определено","expanded_zh":"未确定"}]},
        {"predicate":"test","entry":[
          {"value":"test","expanded":"Test","expanded_fr":"Essai","expanded_ar":"اختبار","expanded_es":"Prueba","expanded_ru":"Проверка","expanded_zh":"测试"}]}]}
    """#
