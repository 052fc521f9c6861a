/** Arabic words by concept, without vowel signs; see `en.ts` for the form. */
export const ARABIC = `
and و; or أو ام; but لكن ولكن غير; not لا ليس لم لن ليست; nothing شيء; was كان كانت; were كانوا; can يمكن;
must يجب; say قال قالت وقال وأضاف أكد; with مع; without دون بدون; for ل لأجل; against ضد; from من; to إلى;
in في; on على; about عن; between بين; after بعد; before قبل; since منذ; until حتى; because لأن; as كما;
when عندما حين; if إذا إن; how كيف; who من الذي; what ما ماذا; which التي الذي الذين; where أين حيث;
why لماذا; then ثم; there هناك; here هنا; that أن ذلك تلك; this هذا هذه; these هؤلاء; i أنا; you أنت أنتم;
he هو; she هي; we نحن; they هم; all كل جميع; many كثير العديد; more أكثر; some بعض; other آخر أخرى; same نفس;
only فقط; also أيضا; still زال; always دائما; never أبدا; very جدا; now الآن; today اليوم; yesterday أمس;
tomorrow غدا; first أول الأول الأولى; second الثاني الثانية; third الثالث الثالثة; last الأخير الماضي;
one واحد واحدة; two اثنان اثنين; three ثلاثة ثلاث; four أربعة أربع; five خمسة خمس; six ستة ست;
seven سبعة سبع; eight ثمانية; nine تسعة; ten عشرة عشر; hundred مئة مائة; thousand ألف آلاف;
million مليون* ملايين; billion مليار*; percent المئة المائة % ٪; year عام سنة سنوات العام; month شهر الشهر;
week أسبوع الأسبوع; day يوم أيام; hour ساعة الساعة; minute دقيقة; monday الاثنين; tuesday الثلاثاء;
wednesday الأربعاء; thursday الخميس; friday الجمعة; saturday السبت; sunday الأحد; january يناير;
february فبراير; march مارس; april أبريل; may مايو; june يونيو; july يوليو; august أغسطس; september سبتمبر;
october أكتوبر; november نوفمبر; december ديسمبر; new جديد الجديد جديدة; big كبير كبيرة;
world العالم العالمي; country بلد البلاد دولة; city مدينة المدينة; police الشرطة; government الحكومة حكومة;
president الرئيس رئيس; war الحرب حرب; water المياه الماء; people الناس الشعب;
german ألماني* ألمانيا الألماني*
`;
