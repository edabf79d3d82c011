/// What readers may do with what they learn: the codes of the Permissible Actions Protocol, with sentences of our own.
let papData = #"""
    {"namespace":"PAP","expanded":"Permissible Actions Protocol","version":3,"exclusive":true,
      "predicates":[
        {"value":"RED","expanded":"Look, don’t touch: nothing that the other side could notice","expanded_fr":"Regarder sans toucher : rien que l’autre puisse remarquer","expanded_ar":"انظر ولا تلمس: لا شيء يمكن أن يلاحظه الطرف الآخر"},
        {"value":"AMBER","expanded":"Ask third parties only; stay away from the source","expanded_fr":"Interroger des tiers seulement, sans approcher la source","expanded_ar":"اسأل أطرافًا ثالثة فقط وابتعد عن المصدر"},
        {"value":"GREEN","expanded":"Block and probe as you need","expanded_fr":"Bloquer et sonder au besoin","expanded_ar":"احجب وافحص بحسب الحاجة"},
        {"value":"CLEAR","expanded":"No limits","expanded_fr":"Aucune limite","expanded_ar":"بلا قيود"}]}
    """#
