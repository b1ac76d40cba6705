//! What tells languages of one script apart in a few words: function words, and letters of their own.
//!
//! A table, one row a language, of those most spoken in homes in England and Wales and the neighbours they
//! could be taken for. Words are folded (lower case, no apostrophes); a part with an apostrophe (`l'`, `'r`) is
//! a word that is written together with the next or the one before. Letters are those beyond the plain ones
//! of the script (a to z; the Cyrillic and Arabic letters that nearly all its languages use). Leaves out how
//! the marks are weighed (`language`).

use whatlang::{Lang, Script};

/// The marks of one language.
#[derive(Debug)]
pub(super) struct Marks {
    /// The language; none where it can be told but has no name here, so that it is not taken for another.
    pub lang: Option<Lang>,
    /// The script these marks are in.
    pub script: Script,
    /// Function words and a few everyday ones, parted by white space.
    pub words: &'static str,
    /// Every letter it uses beyond the plain ones of the script, lower case.
    pub letters: &'static str,
}

const fn marks(lang: Lang, script: Script, letters: &'static str, words: &'static str) -> Marks {
    Marks { lang: Some(lang), script, words, letters }
}

const fn without_name(script: Script, letters: &'static str, words: &'static str) -> Marks {
    Marks { lang: None, script, words, letters }
}

/// Every row, grouped by script.
pub(super) static ROWS: &[&[Marks]] = &[LATIN, CYRILLIC, ARABIC, DEVANAGARI, OTHER];

static LATIN: &[Marks] = &[
    marks(
        Lang::Pol,
        Script::Latin,
        "ąćęłńóśźż",
        "i w z na nie się do to że jest są o po za od dla jak ale czy co tak już by być był była było byli będzie tylko
bardzo może mogę można żeby aby gdy kiedy gdzie bo oraz albo lub przez przy przed bez pod nad między mój moja moje
moją mojej moich mi mnie mną ja ty my wy oni ona on ono nas nam nami was wam ich im jej jego go ten ta te tego tej
tych tym nasz nasza nasze naszych swój swoje wszystko wszyscy wszystkie wszystkich więcej mniej dużo mało lepiej
lepszy lepsze dobra dobry dobre dzieci dziecko szkoła szkole szkoły szkołę syn córka mama mamy tata rodzina rodziny
rodziną dom domu autobus autobusy pracy praca pani pan ludzie ludzi przyjaciele koledzy proszę dziękuję nikt nic
wiem chcę chciałbym chciałabym lubię mam ma mają jestem jesteśmy też także tutaj tu tam zawsze nigdy każdy każda
której który która które po polsku angielsku czas życie miasto",
    ),
    marks(
        Lang::Ron,
        Script::Latin,
        "ăâîșțşţ",
        "și şi să nu în la cu de pe din pentru este sunt e am ai are avem au era fi fie ce care că mai o un una unei unui
unde când cum dar sau ori iar prin după fără până mea meu mei mele noastră nostru noștri voastră lor lui ei el ea ele
eu tu noi voi mi îmi își îți ne vă le se sa te mă nimic nimeni foarte mult multe mulți puțin bine bun bună buni toate
toți tot toată aici acolo acum mereu asta acest această acestea copii copiii copilul copiilor familia familie prieteni
prietenii prietenele școala școală școlii mama tata părinți oameni oamenii acasă casa casă parc parcul autobuz
autobuzul vreau trebuie pot poate facem fac face știu muncă bani lucruri viața viață engleză",
    ),
    marks(
        Lang::Cym,
        Script::Latin,
        "âêîôûŵŷäëïöáéíóú",
        "yn y yr ar i o a ac 'r 'n 'w 'u 'i iw ir or nad na mae maer ydy ydw yw ydi oes oedd fy dy ei eu ein eich gyda
efo gan am ond neu fel os wedi fod bod bydd byddai mwy llai bethau pethau peth plant plentyn ysgol ysgolion cael gael
gwneud wneud mynd fynd dod dw dwi rydw rwy rwyn hoffwn hoffi licio bws bysiau pobl bobl ifanc ni nhw chi fi hi nhwn
rhywbeth rhywle unrhyw ddim dim byd byth bob pob iawn da dda teulu ffrindiau ffrind rhieni cymraeg gymraeg saesneg
lle ble pan ar hyn hynny hwn hon yma yno angen eisiau isio gallu methu hefyd eto nawr rwan heb trwy dros rhwng ôl tŷ
côr ynddo ynddi iddo iddi iddyn diolch dyma",
    ),
    marks(
        Lang::Por,
        Script::Latin,
        "ãáâàçéêíóôõúü",
        "o a os as de do da dos das em no na nos nas um uma uns umas e é que não nao com por para pelo pela pelos pelas
se mais mas ao aos à às ou quando onde como muito muita muitos muitas meu minha meus minhas seu sua seus suas nosso
nossa nossos nossas eu tu ele ela nós eles elas você vocês me te lhe isso isto este esta estes estas esse essa são
está estão foi ser ter tem têm há sem ninguém nada tudo todos todas cada também já ainda só bem bom boa bons filhos
filho filha crianças jovens escola escolas família amigos amigas casa casas parque perto rio trabalho dinheiro gosto
quero queria precisa precisamos sejam haja dois duas cinco noite dia pessoas português inglês sei obrigado obrigada",
    ),
    marks(
        Lang::Spa,
        Script::Latin,
        "áéíóúüñ",
        "el la los las un una unos unas de del al y e o u que en no es son está están ser hay con por para sin sobre se
su sus mi mis tu tus lo le les me te nos más pero como cuando donde porque muy mucho mucha muchos muchas yo él ella
ellos nosotros usted ustedes este esta estos estas ese esa eso esto todo todos todas cada también ya nada nadie algo
bien bueno buena niños niñas hijos hijo hija jóvenes escuela colegio familia amigos amigas casa parque trabajo dinero
quiero quisiera tengo tiene tienen tenemos hacer puede pueden gusta hace aquí ahora siempre nunca vida cosas gente
inglés español calle gracias sé",
    ),
    marks(
        Lang::Fra,
        Script::Latin,
        "àâæçéèêëîïôœùûüÿ",
        "le la les l' un une des du de d' et est en que qu' qui dans pour pas ne n' n sur au aux avec ce c' cette ces se
s' sa son ses il elle ils elles on nous vous je j' tu me m' mon ma mes notre nos votre leur leurs plus mais ou où par
sont été être avoir ai as a ont avons fait faire très bien beaucoup tout tous toutes toute comme quand sans chez aussi
même rien personne trop peu moins enfants enfant école écoles famille amis maison parc travail argent jeunes vie temps
bon bonne il y faut veux voudrais peut peuvent jamais toujours ici merci sais parce français anglais",
    ),
    marks(
        Lang::Ita,
        Script::Latin,
        "àèéìíîòóùú",
        "il lo la i gli le l' un uno una un' di del dello della dei degli delle a al alla ai agli alle da dal dalla in nel
nella nei nelle con su sul sulla per tra fra e ed è che non si sono ha hanno ho abbiamo essere avere più ma anche come
quando dove perché perche molto molta molti molte mio mia miei mie tuo suo sua suoi nostro nostra nostri loro noi voi
io lui lei questo questa questi queste quello tutto tutti tutte ogni bene buono buona bambini bambino figli figlio
figlia giovani scuola scuole famiglia amici casa parco lavoro soldi vorrei voglio c' ci mi ti vi ne sempre mai niente
nessuno troppo poco meno fare può italiano inglese grazie so",
    ),
    marks(
        Lang::Deu,
        Script::Latin,
        "äöüß",
        "der die das den dem des ein eine einen einem einer und ist sind war ich du er sie es wir ihr mein meine meinen
meiner unser unsere sein seine nicht kein keine keinen mit für von zu zum zur auf in im an am aus bei nach über unter
vor durch ohne um auch nur noch schon sehr mehr weniger viel viele gut oder aber weil wenn dass als wie was wo wer hat
haben habe kann können muss müssen will möchte soll werden wird wurde man sich uns mich dich alle alles nichts immer
nie hier kinder kind schule schulen familie freunde haus zeit leben deutsch englisch danke bitte weiß",
    ),
    marks(
        Lang::Nld,
        Script::Latin,
        "éëïóèüöá",
        "de het een en van ik je jij hij zij ze wij we ons onze mijn jouw zijn haar hun niet geen is zijn was heeft heb
hebben wordt worden kan kunnen moet moeten wil voor met op aan bij naar uit over onder door zonder om ook nog maar al
meer minder veel goed of dat die dit deze als wat waar wie er te tot alle alles niets niemand altijd nooit hier
kinderen kind school gezin vrienden huis tijd leven graag omdat heel zeer nederlands engels",
    ),
    marks(
        Lang::Lit,
        Script::Latin,
        "ąčęėįšųūž",
        "ir yra kad su į iš ne aš mes jūs jis ji jie mano mūsų jūsų jų savo tai tas ta šis ši bet ar arba o nes kai kur
kaip kas ką labai daug daugiau mažai būti buvo bus būtų nėra turi turėti reikia norėčiau noriu kiekvienas visi viskas
visada niekada nieko apie po prie per už nuo iki be vaikai vaikams vaikų mokykla mokykloje mokyklos šeima šeimos draugai
draugais namai namuose mama tėtis parkas darbas gerai geras gera geriau čia ten dar jau tik taip nežinau ačiū lietuvių
angliškai žmonės gyvenimas laikas",
    ),
    marks(
        Lang::Lav,
        Script::Latin,
        "āčēģīķļņšūž",
        "un ir ka ar no uz par pie pēc bez es mēs jūs viņš viņa viņi mans mana mani mūsu savu tas tā tie šis šī bet vai
jo kad kur kā kas ko ļoti daudz vairāk maz būt bija būs nav vajag gribu visi viss vienmēr nekad nekas bērni bērniem
bērnu skola skolā skolas ģimene draugi mājas māja mamma tētis parks darbs labi labs laba labāk šeit tur vēl jau tikai
jā nē nezinu paldies latviešu cilvēki dzīve laiks",
    ),
    marks(
        Lang::Tur,
        Script::Latin,
        "çğıöşüâîû",
        "ve bir bu şu o da de için ile çok daha ama ya değil var yok ben sen biz siz onlar benim bizim sizin onların bana
bize beni bizi ne nasıl neden nerede kim her hiç gibi kadar sonra önce şey şeyler olan olarak olsun olmak oldu olur
ediyor istiyorum istiyoruz gerek lazım iyi kötü güzel büyük küçük çocuk çocuklar çocukların okul okulda aile ailem
arkadaş arkadaşlar arkadaşlarım ev evde anne baba park iş para zaman hayat türkçe ingilizce bilmiyorum teşekkürler",
    ),
    marks(
        Lang::Hun,
        Script::Latin,
        "áéíóöőúüű",
        "a az és nem hogy is van vannak egy ez ezt azt ami aki mert de ha vagy meg csak már még nagyon sok több kevés
jó jobb kell kellene lehet lenne legyen lesz volt én te ő mi ti ők nekem nekünk minket engem minden mindenki senki
semmi mindig soha itt ott hol mikor miért hogyan gyerek gyerekek gyermek gyerekeknek iskola iskolában iskolák család
családom barátok barátaim otthon ház anya apa park munka pénz idő élet magyar magyarul angol angolul szeretném tudom
köszönöm",
    ),
    marks(
        Lang::Slk,
        Script::Latin,
        "áäčďéíĺľňóôŕšťúýž",
        "a aj v vo na že sa je sú som sme ste nie do z zo s so k ku o po pre pri od bez za pod nad medzi to ten tá tie
toto táto tieto čo kto ako kde keď ale alebo lebo aby ešte už len veľmi veľa viac menej môj moja moje moji náš naša
naše ich jeho jej ja ty my vy oni nás nám mi ma má majú mám bol bola bolo boli bude byť dobre dobrý dobrá deti detí
dieťa škola škole školy rodina rodiny priatelia kamaráti doma dom mama otec práca peniaze všetko všetci nič nikto
vždy nikdy tu tam neviem ďakujem slovensky",
    ),
    marks(
        Lang::Ces,
        Script::Latin,
        "áčďéěíňóřšťúůýž",
        "a v ve na že se je jsou jsem jsme jste není do z ze s k ke o po pro při od bez za pod nad mezi to ten ta ty
toto tato co kdo jak kde když ale nebo protože aby ještě už jen velmi hodně více víc méně můj moje moji náš naše jejich
jeho její já my vy oni nás nám mi mě má mají mám byl byla bylo byli bude být dobře dobrý dobrá děti dětí dítě škola
škole školy rodina rodiny přátelé kamarádi doma dům máma táta práce peníze všechno všichni nic nikdo vždy nikdy tady
tam nevím děkuji česky",
    ),
    // Urdu (and spoken Hindi) in Roman letters, as it is typed on telephones.
    marks(
        Lang::Urd,
        Script::Latin,
        "",
        "hai hain hoon tha thi nahi nahin mein mujhe mujhy hum humein hume hamare hamara hamari humare humara
mera meri mere tera teri apna apni apne aap tum yeh woh kya kia kyun kyon kaise kahan aur lekin magar
agar phir bhi sirf bohot bohat bahut buhat zyada ziada kam acha achha achi achay accha koi kuch kuchh sab sabhi ko ka ki
ke kay liye liay wala wali walay karna karte karo karein karta karti hona hota hoti chahiye chahiay
chahye chahte bacha bache bachay bachon bachchon bachpan ghar ghr ammi abbu behan bhai dost doston pani khana zindagi
shukriya pata raha rahi rahe gaya",
    ),
    marks(
        Lang::Pan,
        Script::Latin,
        "",
        "sanu saanu tuhanu menu mainu sada sadi sade saade tuhada tuhade assi tusi vich wicho vicho ton naal nal layi
bahut bohat changa changi change chahida chahidi chahide hunda hundi hunde karde karna bache bachche nyane munde kudiyan
ghar hai nahi",
    ),
    marks(
        Lang::Tgl,
        Script::Latin,
        "ñ",
        "ang ng mga sa na ay at si ni kay ko mo ka ako ikaw siya kami tayo sila namin natin nila niya ito iyan yan yung
yong po opo hindi wala walang may mayroon meron para kung dahil kasi pero din rin lang naman talaga mas marami maraming
bata kabataan anak pamilya paaralan bahay kaibigan gusto sana dapat lahat salamat alam",
    ),
    without_name(
        Script::Latin,
        "ëç",
        "dhe në të e i një për me nga nuk është janë që si por edhe ose kur ku unë ne ju ata ajo ai im ime tim tonë tona
shumë më pak duhet kam ka kanë jam fëmijët fëmijë fëmijëve shkolla shkollë shkollën familja familjen shokët shtëpi
shtëpia mirë gjithçka asgjë di faleminderit shqip",
    ),
    without_name(
        Script::Latin,
        "",
        "waa iyo oo ma ka ku u ay in aan waxaan waxay waxa uu aad si la ah ayaa ee lagu loo leh ahay tahay yahay
maaha badan wax carruurta caruurta ilmaha iskuul iskuulka dugsiga dugsi qoyska qoys guriga guri saaxiibo saaxiib
hooyo aabo fiican ciyaar af soomaali mahadsanid aqaan karo kara rabaa",
    ),
    without_name(
        Script::Latin,
        "çêîşû",
        "û ez tu ew em hûn di de ji bi li ku jî min te me wî wê ne na her pir gelek baş zarok zarokan zarokên dibistan
dibistanê mal malê malbat heval hevalên dixwazim nizanim spas kurdî yek bo wek dike dikin heye hene",
    ),
];

static CYRILLIC: &[Marks] = &[
    marks(
        Lang::Rus,
        Script::Cyrillic,
        "ийщьюяъыэё",
        "и в во не на что я с со как это мы мой моя моё мое мои моих нет для чтобы чтоб очень у нас вас их его её ее он
она они ты вы по к ко о об из за от до но а или если когда где кто все всё всех мне меня нам нами вам был была было
были есть быть будет нужно надо можно хочу хотел хотела бы же ли только еще ещё уже больше меньше много мало хорошо
хорошая хороший дети детей детям ребенок школа школе школы семья друзья дом дома мама папа работа деньги жизнь время
здесь там тут никто ничего всегда никогда знаю спасибо русский английский при под без над между потому так тоже",
    ),
    marks(
        Lang::Ukr,
        Script::Cyrillic,
        "ийщьюяіїєґ",
        "і й та в у не на що я з зі із як це ми мій моя моє мої моїх немає для щоб дуже нас вас їх його її він вона вони
ти ви по до о об від за але а або якщо коли де хто все всі всіх мені мене нам нами вам був була було були є бути буде
треба потрібно можна хочу хотів хотіла би б ж же чи тільки ще вже більше менше багато мало добре добра добрий діти дітей
дітям дитина школа школі школи сім'я сімя родина друзі друзями дім вдома мама тато робота гроші життя час тут там
ніхто нічого завжди ніколи знаю дякую українська англійська при під без над між тому так також",
    ),
    marks(
        Lang::Bul,
        Script::Cyrillic,
        "ийщьюяъ",
        "и в във не на че аз с със как това ние моят моята моето моите ми му си са съм сме сте е няма има за да много
нас вас тях им го я те той тя ти вие по към от до но а или ако когато къде кой коя кои всички всичко мен ни ви бил
била било били бъде ще трябва може искам бих само още вече повече по-малко малко добре добра добър деца децата дете
училище училището семейство семейството приятели приятелите дом вкъщи дома мама татко работа пари живот време тук там
никой нищо винаги никога зная знам благодаря български английски при под без над между така също се който която които",
    ),
    // Told from the three above so that it is not taken for one of them.
    marks(Lang::Bel, Script::Cyrillic, "йьюяіўыэё", "і ў не на што я з як гэта мы мой мая няма для каб вельмі дзеці школа"),
    marks(Lang::Srp, Script::Cyrillic, "ијљњћђџ", "и у не на да што ја са као то ми мој моја нема за јер деца школа је су"),
    marks(Lang::Mkd, Script::Cyrillic, "ијљњќѓџѕ", "и во не на дека што јас со како ова ние мојот нема за деца училиште е се"),
];

static ARABIC: &[Marks] = &[
    marks(
        Lang::Urd,
        Script::Arabic,
        "پچگکیٹڈڑںےھہۂۃؤئآۓ",
        "اور کا کی کے کو میں ہے ہیں سے نے پر یہ وہ نہیں نہ ہم میرا میری میرے ہمارا ہماری ہمارے آپ اس ان کہ جو تو بھی ہی
لیے لئے بہت زیادہ کم کچھ سب کیا تھا تھی تھے ہو ہوں ہونا ہوتا کریں کرتے کرنا چاہیے چاہئے ساتھ بعد وجہ گھر بچوں بچے
بچہ سکول اسکول خاندان دوست دوستوں امی ابو بابا کوئی ایک اچھا اچھی اچھے یا پتا پتہ معلوم",
    ),
    marks(
        Lang::Ara,
        Script::Arabic,
        "ةىكيإأؤئآء",
        "في من على إلى الى عن مع هذا هذه ذلك التي الذي أن ان إن لا ما لم لن هو هي هم نحن أنا انا أنت كان كانت يكون كل
بعد قبل عند أو او و ثم لكن لأن حتى غير بين أكثر اكثر جدا كثير كثيرة شيء لي لنا أطفال الأطفال الاطفال أولاد المدرسة
مدرسة عائلتي العائلة الأسرة أصدقائي الأصدقاء البيت بيت أمي أبي ليس يوجد نريد أريد اريد أحب يجب أعرف اعرف شكرا",
    ),
    marks(
        Lang::Pes,
        Script::Arabic,
        "پچژگکیيكآئؤأ",
        "و در به از که را این آن با است برای هم تا یا اما نیست هستند هست بود بودند می نمی ها های من ما شما او آنها
مادر پدر خیلی بیشتر کمتر زیاد کم خوب خوبی همه هیچ چیز چیزی چه اگر ولی چون باید کنم کنند کند کنیم شود داشته داریم دارم
ندارم نداریم بچه بچه‌ها کودکان مدرسه خانواده خانواده‌ام دوستان دوستانم خانه پارک زندگی نمی‌دانم نمیدانم ممنون فارسی یک",
    ),
    // Pashto, Sindhi and the Kurdish of Iraq are told from the rest and have no name here.
    without_name(Script::Arabic, "ټډړږښګڼېۍځڅپچژکیآئ", "د په او نه دی ده چې سره زه موږ زما زموږ ته کې له دي شته"),
    without_name(Script::Arabic, "ڕێۆڵەڤگچپژکیئ", "لە بۆ و بە کە ئەم ئەو من ئێمە زۆر هەیە نیە منداڵ منداڵان"),
    without_name(Script::Arabic, "ٻڀٺٽٿڄڃڇڏڌڊڙڦڪڳڱڻپچگيءھ", "جو جي جا ۾ آهي آهن کي مان ۽ نه"),
];

static DEVANAGARI: &[Marks] = &[
    marks(
        Lang::Hin,
        Script::Devanagari,
        "",
        "है हैं में के की का और नहीं को से पर यह वह ये वे हम मैं मेरा मेरी मेरे हमारा हमारी हमारे आप इस उस कि जो तो भी
ही लिए बहुत ज्यादा ज़्यादा कम कुछ सब क्या था थी थे हो हूँ हूं होना चाहिए करना करते साथ बाद घर बच्चे बच्चों स्कूल
परिवार दोस्त दोस्तों कोई एक अच्छा अच्छी अच्छे या ने पता",
    ),
    marks(
        Lang::Nep,
        Script::Devanagari,
        "",
        "छ छन् छैन हो होइन र को मा लाई ले हामी हामीलाई हाम्रो मेरो म यो त्यो धेरै थोरै पनि तर गर्न गर्नु भने हुन्छ
हुन्न भएको छु हुन् बच्चा बच्चाहरू केटाकेटी विद्यालय परिवार साथी साथीहरू घर राम्रो केही सबै लागि थाहा",
    ),
    marks(
        Lang::Mar,
        Script::Devanagari,
        "ळ",
        "आहे आहेत आणि नाही नाहीत च्या मध्ये हे ही हा ते ती तो मी आम्ही आम्हाला माझा माझी माझे आमचे पण खूप जास्त कमी
काही सर्व मुले मुलांना शाळा कुटुंब मित्र घर चांगले पाहिजे साठी होते माहित",
    ),
];

/// Scripts that one language owns but for a neighbour with letters of its own, which then has no name here:
/// Assamese beside Bengali, Tigrinya beside Amharic.
static OTHER: &[Marks] =
    &[without_name(Script::Bengali, "ৰৱ", "আৰু"), without_name(Script::Ethiopic, "ኣቐኸዀ", "ኣሎ ናይ እዩ ከም ኣብ ምስ")];
