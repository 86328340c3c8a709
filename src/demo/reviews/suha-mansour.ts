import { type DemoEntry, prose } from '../shape.ts';

const person = 'suha_m';

/** The sound engineer: listens first; writes in Arabic and in English. */
export const bySuhaMansour: readonly DemoEntry[] = [
  {
    person,
    film: 'cairo-station',
    rating: 10,
    liked: true,
    viewed: '2018-07-27',
    rewatch: true,
    tags: ['شاهين', 'صوت'],
    venue: 'سينما الفنار',
    written: '2018-07-29',
    title: 'مفتاح الكازوزة',
    language: 'ar',
    spoiler: 'no',
    text: prose`
      قبل أن نرى هنومة نسمعها: مفتاح حديدي يدق على زجاجات الكازوزة في الجردل، دقة سريعة مرحة كأنها كعب حذاء.
      وقناوي يسمعها معنا من كشكه المبطّن بصور مقصوصة من المجلات. كل ما في هذا الفيلم يصل إلى الأذن أولًا؛
      صفارة القطار، ومطرقة على عجلة، وخناقة الحمّالين حول النقابة، ونداء عم مدبولي.

      ثم يأتي مشهد الرقص في عربة القطار مع الفرقة الشابة. هنومة تبيع وترقص وتضحك، والموسيقى أعلى من المحطة
      كلها، وهو واقف خارج النافذة يضحك لأنها تضحك. لا يسمع مثلنا أن الإيقاع ليس له. وحين تُسحب الموسيقى فجأة
      ويعود ضجيج الرصيف عرفتُ، وأنا طالبة في المعهد، ما الذي أريد أن أعمله في حياتي.

      يوسف شاهين مخرجًا يعرف أين يقطع، وممثلًا يعرف أين يسكت. نظرته إلى ساقيها وهي تسكب الماء لا تحتاج إلى
      حوار، ولا تُغتفر، ومع ذلك نشفق عليه. هذه هي الجرأة التي لم يسامحه عليها جمهور ١٩٥٨.
    `,
  },
  {
    person,
    film: 'close-up',
    rating: 9,
    liked: true,
    viewed: '2016-07-05',
    tags: ['صوت'],
    written: '2016-07-06',
    language: 'ar',
    spoiler: 'yes',
    text: prose`
      يقولون إن الميكروفون تعطّل. أنا أعمل بالميكروفونات منذ عشرين سنة، والسلك المقطوع لا يختار جُمَله هكذا.
      سبزيان خلف مخملباف على الدراجة النارية، ذراعه حول خصره، وفي حضنه أصيص الزهر الأحمر، والصوت يروح ويجيء:
      كلمة، ثم خشخشة، ثم لا شيء سوى الموسيقى. لو سمعنا الحوار كاملًا لكان مشهدًا عن رجل مشهور كريم. بالانقطاع
      صار مشهدًا عن رجل يبكي ولا يخصّنا بكاؤه. كنت سأُطرد لو سلّمت شريطًا كهذا، وما سلّمتُ في حياتي شريطًا
      أحسن منه.
    `,
  },
  {
    person,
    film: 'touki-bouki',
    rating: 9,
    liked: true,
    viewed: '2014-06-28',
    tags: ['sound'],
    written: '2014-06-30',
    language: 'en',
    spoiler: 'no',
    text: prose`
      "Paris, Paris, Paris," sings Josephine Baker, and the record never gets further than that; it comes
      round and round over the motorcycle with its zebu horns, over dust, goats, washing, the sea, until the
      name of the city is a noise like any other noise. Mambéty uses the lowing of the cattle in the same way.
      You hear it first in the slaughterhouse, at the start, where you would rather not look, and from then on
      it may turn up under anything, under a ship's siren, under two people on a cliff.

      My favourite minutes are the parade. They have robbed a rich man of his clothes and his car, Mory stands
      up in the back naked with his fist in the air, and the cheering of a crowd and an escort of police is
      laid over it which he is plainly only hearing in his head. I would not add a metre of atmosphere to
      that. He has the whole of Dakar in there.
    `,
  },
  {
    person,
    film: 'in-the-mood-for-love',
    rating: 10,
    viewed: '2009-03',
    written: '2013-12-19',
    tags: ['sound'],
    language: 'en',
    spoiler: 'no',
    text: prose`
      Behind the wall, mah-jong. If you listen on headphones, it hardly ever stops: the tiles being washed, an
      aunt laughing, a spoon, a radio in another flat. The waltz wipes all of that away each time it enters,
      and each time it goes the tiles are back, closer. Then on her birthday the announcer reads out a request
      from a husband travelling on business, Zhou Xuan's thin voice begins to sing the title of the film, and
      she sits on one side of the wall and he on the other and for once the neighbours have turned their
      sound down. I mixed a marriage drama for Ramadan television that year. I sent the director home with
      this.
    `,
  },
  {
    person,
    film: 'alien',
    rating: 9,
    viewed: '2015-10-30',
    rewatch: true,
    tags: ['sound'],
    venue: 'سينما الفنار',
    written: '2015-11-01',
    language: 'en',
    spoiler: 'no',
    text: prose`
      Brett takes off his cap and lets the water run over his face. It falls from somewhere very high up among
      chains, and the chains knock, at no interval you can learn. That is the most frightening thing in
      <i>Alien</i> for me, together with the tracker, which does the reverse, it has an interval and the
      interval gets shorter. One sound you can count and one that you cannot. All he says is "Jones", and
      "here, kitty".
    `,
  },
  { person, film: 'm', rating: 9, viewed: '2012', tags: ['sound'] },
  { person, film: 'the-third-man', rating: 7, viewed: '2017-02-04' },
  { person, film: 'parasite', rating: 8, viewed: '2019-11-27', venue: 'سينما الفنار' },
];
