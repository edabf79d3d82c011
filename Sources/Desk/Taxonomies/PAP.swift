/// What readers may do with what they learn: the codes of the Permissible Actions Protocol, with sentences of our own.
let papData = #"""
    {"namespace":"PAP","expanded":"Permissible Actions Protocol","version":3,"exclusive":true,
      "predicates":[
        {"value":"RED","expanded":"Look, don’t touch: nothing that the other side could notice","expanded_fr":"Regarder sans toucher : rien que l’autre puisse remarquer","expanded_ar":"انظر ولا تلمس: لا شيء يمكن أن يلاحظه الطرف الآخر","expanded_es":"Mirar sin tocar: nada que la otra parte pueda notar","expanded_ru":"Смотреть, не трогать: ничего, что другая сторона могла бы заметить","expanded_zh":"只看不碰：不做任何对方可能察觉的事"},
        {"value":"AMBER","expanded":"Ask third parties only; stay away from the source","expanded_fr":"Interroger des tiers seulement, sans approcher la source","expanded_ar":"اسأل أطرافًا ثالثة فقط وابتعد عن المصدر","expanded_es":"Preguntar solo a terceros, sin acercarse a la fuente","expanded_ru":"Обращаться только к третьим сторонам, не приближаясь к источнику","expanded_zh":"只询问第三方，远离源头"},
        {"value":"GREEN","expanded":"Block and probe as you need","expanded_fr":"Bloquer et sonder au besoin","expanded_ar":"احجب وافحص بحسب الحاجة","expanded_es":"Bloquear y sondear según haga falta","expanded_ru":"Блокировать и зондировать по необходимости","expanded_zh":"按需阻断和探测"},
        {"value":"CLEAR","expanded":"No limits","expanded_fr":"Aucune limite","expanded_ar":"بلا قيود","expanded_es":"Sin límites","expanded_ru":"Без ограничений","expanded_zh":"没有限制"}]}
    """#
