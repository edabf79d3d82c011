/// Kinds of incidents: the codes of the Reference Security Incident Taxonomy, with short names of our own.
let rsitData = #"""
    {"namespace":"rsit","expanded":"Reference Security Incident Taxonomy","version":1003,
      "predicates":[
        {"value":"abusive-content","expanded":"Abusive content","expanded_fr":"Contenu abusif","expanded_ar":"محتوى مسيء"},
        {"value":"malicious-code","expanded":"Malicious code","expanded_fr":"Code malveillant","expanded_ar":"برمجيات خبيثة"},
        {"value":"information-gathering","expanded":"Information gathering","expanded_fr":"Collecte d’informations","expanded_ar":"جمع معلومات"},
        {"value":"intrusion-attempts","expanded":"Intrusion attempts","expanded_fr":"Tentatives d’intrusion","expanded_ar":"محاولات اختراق"},
        {"value":"intrusions","expanded":"Intrusions","expanded_fr":"Intrusions","expanded_ar":"اختراقات"},
        {"value":"availability","expanded":"Availability","expanded_fr":"Disponibilité","expanded_ar":"التوفر"},
        {"value":"information-content-security","expanded":"Information security","expanded_fr":"Sécurité de l’information","expanded_ar":"أمن المعلومات"},
        {"value":"fraud","expanded":"Fraud","expanded_fr":"Fraude","expanded_ar":"احتيال"},
        {"value":"vulnerable","expanded":"Vulnerable","expanded_fr":"Vulnérable","expanded_ar":"عرضة للاختراق"},
        {"value":"other","expanded":"Other","expanded_fr":"Autre","expanded_ar":"غير ذلك"},
        {"value":"test","expanded":"Test","expanded_fr":"Essai","expanded_ar":"اختبار"}],
      "values":[
        {"predicate":"abusive-content","entry":[
          {"value":"spam","expanded":"Spam","expanded_fr":"Pourriel","expanded_ar":"بريد مزعج"},
          {"value":"harmful-speech","expanded":"Harmful speech","expanded_fr":"Propos nuisibles","expanded_ar":"كلام مؤذٍ"},
          {"value":"violence","expanded":"Sexual or violent content","expanded_fr":"Contenu sexuel ou violent","expanded_ar":"محتوى جنسي أو عنيف"}]},
        {"predicate":"malicious-code","entry":[
          {"value":"infected-system","expanded":"Infected system","expanded_fr":"Système infecté","expanded_ar":"نظام مصاب"},
          {"value":"c2-server","expanded":"Command server","expanded_fr":"Serveur de commande","expanded_ar":"خادم تحكم"},
          {"value":"malware-distribution","expanded":"Malware distribution","expanded_fr":"Diffusion de maliciels","expanded_ar":"توزيع برمجيات خبيثة"},
          {"value":"malware-configuration","expanded":"Malware configuration","expanded_fr":"Configuration de maliciel","expanded_ar":"إعدادات برمجية خبيثة"}]},
        {"predicate":"information-gathering","entry":[
          {"value":"scanner","expanded":"Scanning","expanded_fr":"Balayage","expanded_ar":"مسح"},
          {"value":"sniffing","expanded":"Sniffing","expanded_fr":"Écoute","expanded_ar":"تنصت"},
          {"value":"social-engineering","expanded":"Social engineering","expanded_fr":"Ingénierie sociale","expanded_ar":"هندسة اجتماعية"}]},
        {"predicate":"intrusion-attempts","entry":[
          {"value":"ids-alert","expanded":"Known vulnerability exploited","expanded_fr":"Exploitation d’une faille connue","expanded_ar":"استغلال ثغرة معروفة"},
          {"value":"brute-force","expanded":"Login attempts","expanded_fr":"Essais de connexion","expanded_ar":"محاولات دخول"},
          {"value":"exploit","expanded":"New attack signature","expanded_fr":"Nouvelle signature d’attaque","expanded_ar":"بصمة هجوم جديدة"}]},
        {"predicate":"intrusions","entry":[
          {"value":"privileged-account-compromise","expanded":"Privileged account compromised","expanded_fr":"Compte privilégié compromis","expanded_ar":"اختراق حساب ذي صلاحيات"},
          {"value":"unprivileged-account-compromise","expanded":"Ordinary account compromised","expanded_fr":"Compte ordinaire compromis","expanded_ar":"اختراق حساب عادي"},
          {"value":"application-compromise","expanded":"Application compromised","expanded_fr":"Application compromise","expanded_ar":"اختراق تطبيق"},
          {"value":"system-compromise","expanded":"System compromised","expanded_fr":"Système compromis","expanded_ar":"اختراق نظام"},
          {"value":"burglary","expanded":"Burglary","expanded_fr":"Effraction","expanded_ar":"سطو"}]},
        {"predicate":"availability","entry":[
          {"value":"dos","expanded":"Denial of service","expanded_fr":"Déni de service","expanded_ar":"حجب خدمة"},
          {"value":"ddos","expanded":"Distributed denial of service","expanded_fr":"Déni de service distribué","expanded_ar":"حجب خدمة موزع"},
          {"value":"misconfiguration","expanded":"Misconfiguration","expanded_fr":"Mauvaise configuration","expanded_ar":"خطأ في الإعداد"},
          {"value":"sabotage","expanded":"Sabotage","expanded_fr":"Sabotage","expanded_ar":"تخريب"},
          {"value":"outage","expanded":"Outage","expanded_fr":"Panne","expanded_ar":"انقطاع"}]},
        {"predicate":"information-content-security","entry":[
          {"value":"unauthorised-information-access","expanded":"Unauthorised access","expanded_fr":"Accès non autorisé","expanded_ar":"اطلاع غير مصرح به"},
          {"value":"unauthorised-information-modification","expanded":"Unauthorised change","expanded_fr":"Modification non autorisée","expanded_ar":"تعديل غير مصرح به"},
          {"value":"data-loss","expanded":"Data loss","expanded_fr":"Perte de données","expanded_ar":"فقدان بيانات"},
          {"value":"data-leak","expanded":"Data leak","expanded_fr":"Fuite de données","expanded_ar":"تسرب بيانات"}]},
        {"predicate":"fraud","entry":[
          {"value":"unauthorised-use-of-resources","expanded":"Unauthorised use of resources","expanded_fr":"Usage non autorisé de ressources","expanded_ar":"استعمال غير مصرح به للموارد"},
          {"value":"copyright","expanded":"Copyright","expanded_fr":"Droit d’auteur","expanded_ar":"حقوق النشر"},
          {"value":"masquerade","expanded":"Masquerade","expanded_fr":"Usurpation d’identité","expanded_ar":"انتحال هوية"},
          {"value":"phishing","expanded":"Phishing","expanded_fr":"Hameçonnage","expanded_ar":"تصيد"}]},
        {"predicate":"vulnerable","entry":[
          {"value":"weak-crypto","expanded":"Weak cryptography","expanded_fr":"Cryptographie faible","expanded_ar":"تعمية ضعيفة"},
          {"value":"ddos-amplifier","expanded":"Amplifier","expanded_fr":"Amplificateur","expanded_ar":"مضخم هجمات"},
          {"value":"potentially-unwanted-accessible","expanded":"Exposed service","expanded_fr":"Service exposé","expanded_ar":"خدمة مكشوفة"},
          {"value":"information-disclosure","expanded":"Information disclosure","expanded_fr":"Divulgation d’informations","expanded_ar":"إفشاء معلومات"},
          {"value":"vulnerable-system","expanded":"Vulnerable system","expanded_fr":"Système vulnérable","expanded_ar":"نظام فيه ثغرة"}]},
        {"predicate":"other","entry":[
          {"value":"other","expanded":"Uncategorised","expanded_fr":"Non classé","expanded_ar":"غير مصنف"},
          {"value":"undetermined","expanded":"Undetermined","expanded_fr":"Indéterminé","expanded_ar":"غير محدد"}]},
        {"predicate":"test","entry":[
          {"value":"test","expanded":"Test","expanded_fr":"Essai","expanded_ar":"اختبار"}]}]}
    """#
