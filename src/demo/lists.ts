import type { DemoList } from './shape.ts';

/** The lists of the demonstration, each in the language of whoever keeps it. */
export const lists: readonly DemoList[] = [
  {
    person: 'suha_m',
    title: 'مطر يُسمَع',
    description:
      'لا أقصد المطر الذي نراه. أقصد المطر الذي لو حُذف من شريط الصوت لسقط المشهد كله. الترتيب بحسب بُعده عن ' +
      'الميكروفون: القريب أولًا.',
    tags: ['صوت', 'مطر'],
    written: '2024-01-19',
    films: [
      {
        film: 'stalker',
        note: 'ينزل المطر داخل الغرفة والثلاثة جالسون أمام العتبة، ثم ينقطع كأن أحدًا أغلق صنبورًا.',
      },
      {
        film: 'my-neighbor-totoro',
        note: 'قطرات كبيرة على المظلة فينتبه توتورو. يقفز، فتسقط مياه الشجرة كلها دفعة واحدة.',
      },
      { film: 'rashomon', note: 'مطر على خشب، لا على تراب. لذلك يبدو أن سقف العالم هو المثقوب.' },
      {
        film: 'singin-in-the-rain',
        note: 'الشارع غارق والكعب يرنّ كأنه على أرض مسرح. نعرف أن الخطوات سُجّلت وحدها، ولا يهمّنا.',
      },
      {
        film: 'pather-panchali',
        note: 'أول قطرة تقع على صلعة رجل يصطاد السمك. بعدها يصير السيتار والمطر شيئًا واحدًا.',
      },
      {
        film: 'in-the-mood-for-love',
        note: 'يحتميان في زقاق تحت مصباح. بين جملة وجملة يملأ الماء ما لا تملؤه الكلمات.',
      },
      { film: 'seven-samurai', note: 'يأكل المطر الكلام كله ولا يبقى إلا الحوافر والوحل.' },
      {
        film: 'a-brighter-summer-day',
        note: 'ليلة الإعصار: معاطف مبلولة وشموع، والمطر فوق الصراخ فلا نستطيع أن نعدّ.',
      },
      {
        film: 'parasite',
        note: 'يبدأ خلف زجاج سميك فلا نكاد نسمعه، ويعلو مع كل درجة ينزلونها.',
      },
    ],
  },
  {
    person: 'ted_hallam',
    title: 'Last reels',
    description:
      'Ten I would lace up again for the last reel alone. Ranked by how still the house sat, as far as a man can ' +
      'judge that through a port glass eight inches wide. I shall not tell you what is on them.',
    ranked: true,
    tags: ['projection', 'the Alderman'],
    written: '2024-10-06',
    films: [
      {
        film: 'city-lights',
        note: 'I have stood with my hand on the dowser and forgotten to close it.',
      },
      {
        film: 'the-third-man',
        note: 'A long straight road and two people on it. Nobody in my house ever stood up before it was over.',
      },
      {
        film: 'sunrise',
        note: 'Lanterns on the water. It came to us with its music on the film, and I let no pianist near it.',
      },
      {
        film: 'casablanca',
        note:
          'Our old print had a splice in the middle of the engine noise. I went on hearing it for years after we ' +
          'had a better one.',
      },
      {
        film: 'seven-samurai',
        note: 'Rain so thick that you cannot tell it from a worn print. Ours was both.',
      },
      {
        film: 'the-red-shoes',
        note:
          'There is a lamp in it with the hardest job in the picture. I have worked a follow spot, and I would ' +
          'not have wanted that evening.',
      },
      {
        film: 'sherlock-jr',
        note: 'A lad in the box looks out through the port to see how it is done. So did I, more than once.',
      },
      {
        film: '2001-a-space-odyssey',
        note: 'Hardly a word in it. Half of them asked me at the door what it meant, and I said I only lace it up.',
      },
      {
        film: 'playtime',
        note:
          'A roundabout and a fairground tune. Bring the lights up slowly: they will be looking for jokes all ' +
          'the way to the bus.',
      },
      {
        film: 'the-phantom-carriage',
        note: 'The cart was done in the camera: wind back, count, go again. Watch the wheels and count along.',
      },
    ],
  },
  {
    person: 'jost_wiegand',
    title: 'Filme, in denen gewartet wird',
    description:
      'Warten ist im Film teuer, es kostet Material. Hier steht nur, wer das Geld ausgegeben hat. Geordnet nach ' +
      'der Dauer, nicht nach dem Rang.',
    tags: ['Warten'],
    written: '2023-02-18',
    films: [
      {
        film: 'm',
        note: 'Eine Mutter, ein gedeckter Tisch, eine Uhr. Keine fünf Minuten, und jedes Treppenhaus ist verdorben.',
      },
      { film: 'playtime', note: 'Im Glaskasten, auf einem Sessel, der beim Aufstehen wieder einatmet.' },
      {
        film: 'close-up',
        note: 'Drinnen wird verhaftet. Draußen stößt der Fahrer eine leere Spraydose an, und sie rollt.',
      },
      { film: 'stalker', note: 'Drei Männer vor einem Zimmer.' },
      {
        film: 'cairo-station',
        note: 'Auf Züge, auf Kundschaft, auf die Gewerkschaft. Und einer auf das Falsche.',
      },
      {
        film: 'cleo-from-5-to-7',
        note: 'Auf einen Befund. Der Titel rundet auf: nach anderthalb Stunden ist Schluss.',
      },
      { film: 'casablanca', note: 'Auf ein Visum. Man trinkt dazu.' },
      {
        film: 'spring-in-a-small-town',
        note: 'Auf der Stadtmauer, jeden Tag, mit dem Korb am Arm. Auf wen, steht nicht fest.',
      },
      {
        film: 'the-cranes-are-flying',
        note: 'Auf einen Brief. Der Zuschauer weiß die ganze Zeit, worin er steckt, und darf nichts sagen.',
      },
      { film: 'jeanne-dielman', note: 'Auf Kartoffeln. Länger habe ich im Kino auf nichts gewartet.' },
    ],
  },
  {
    person: 'linh',
    title: 'put on the kettle',
    description:
      'for coming home at noon from the early shift with flour in your ears, when everyone else is at lunch. one ' +
      'film, one drink. <i>playtime</i> is not a recommendation for the sandwich',
    tags: ['after shift', 'drinks'],
    written: '2025-11-09',
    films: [
      { film: 'tokyo-story', note: 'green tea, and it is somebody else’s turn to hold the fan' },
      {
        film: 'jeanne-dielman',
        note: 'coffee from the thermos. tip it out, start again, sit down, look at it',
      },
      {
        film: 'spirited-away',
        note: 'hot water with the good herbs, the ones you need a wooden tag for',
      },
      { film: 'my-neighbor-totoro', note: 'tap water and a cucumber that has been lying in the stream' },
      { film: 'house', note: 'nothing. do not accept a drink in this house. do not accept melon' },
      { film: 'fargo', note: 'whatever norm is having. he got up to make eggs and it was still dark' },
      { film: 'uncle-boonmee', note: 'one glass of water for each person who turns up at the table' },
      { film: 'in-the-mood-for-love', note: 'broth. carry it up the stairs yourself, in the good dress' },
      {
        film: 'mulholland-drive',
        note: 'espresso, with a napkin ready in case it is not what you asked for',
      },
      {
        film: 'playtime',
        note: 'decaf under the green light of the drugstore, where all food looks seasick',
      },
    ],
  },
  {
    person: 'haruka_m',
    title: '扉の映画',
    description:
      '仕事で一日に十枚ほど扉を開けます。家に帰っても、人の家の扉を見ています。順番は、開けにくい順です。',
    tags: ['扉', '鍵'],
    written: '2025-03-02',
    films: [
      { film: 'rashomon', note: '門は残っているが、扉がない。だから誰の話も閉まらない。' },
      { film: 'meshes-of-the-afternoon', note: '鍵が口の中から出てくる。石段を落ちる音だけは本物の鍵だ。' },
      {
        film: 'spirited-away',
        note: '湯婆婆の部屋まで、扉が勝手に次々と開く。文句を言うのは最初の一枚だけ。',
      },
      { film: 'the-shining', note: '二三七号室の錠に鍵が差したまま。宿として、これがいちばんいけない。' },
      { film: 'in-the-mood-for-love', note: '隣り合った二枚の扉。引っ越しの日、荷物が入れ違う。' },
      { film: 'jeanne-dielman', note: '閉める、消す、次の部屋で点ける。丁寧に使われた扉の音がする。' },
      { film: 'a-city-of-sadness', note: '同じ廊下、同じ色硝子。通る人の数が減っていく。' },
      { film: 'the-third-man', note: '暗い戸口に靴が見え、猫がすわる。明かりは向かいの窓から来る。' },
      { film: 'drive-my-car', note: '車の扉も扉のうち。閉まる音で、手入れのよさがわかる。' },
      { film: 'tokyo-story', note: '障子は開けたまま、みんな座っている。鍵屋の出番はない。' },
    ],
  },
  {
    person: 'ignacio_q',
    title: 'Colectivos, trenes y otros motores',
    description:
      'Treinta y cuatro años al volante y nunca vi una película que respetara un horario. Estas son las que mejor ' +
      'se portan con las máquinas.',
    tags: ['motores', 'recorridos'],
    written: '2023-10-01',
    films: [
      {
        film: 'my-neighbor-totoro',
        note: 'Doce patas, tapizado propio y un cartel que dice adónde va de verdad. La unidad que siempre pedí.',
      },
      {
        film: 'sunrise',
        note: 'El tranvía entra en la ciudad despacio, con los dos sin hablarse. Nadie les dice nada. En mi coche tampoco.',
      },
      {
        film: 'man-with-a-movie-camera',
        note: 'Tranvías que se cruzan. Lo digo como profesional: demasiado juntos.',
      },
      { film: 'bicycle-thieves', note: 'Una sola bicicleta, y toda Roma llena de las de otros.' },
      {
        film: 'pather-panchali',
        note: 'Dos chicos corren entre los pastos para ver pasar el tren. No sube nadie, no baja nadie, y es el mejor.',
      },
      {
        film: 'playtime',
        note: 'La rotonda. Uno se sonríe, pero ahí ningún colectivo llega a la cabecera.',
      },
      {
        film: 'killer-of-sheep',
        note: 'Un motor comprado, bajado entre dos por la escalera y apoyado muy al borde de la caja. No digo más.',
      },
      {
        film: 'alien',
        note: 'Remolcador. A los dos de máquinas les pagan menos que a los demás, y lo dicen en el desayuno. Tienen razón.',
      },
      {
        film: 'fargo',
        note: 'Playa de estacionamiento, mucho frío, un hombre y el hielo de su parabrisas. Pierde el raspador.',
      },
      {
        film: 'central-station',
        note: 'Parada en la ruta. El ómnibus arranca sin la señora. La entiendo a ella y entiendo al chofer.',
      },
      {
        film: 'roma',
        note: 'El auto del doctor entra en el patio con dos dedos de cada lado. Yo lo hubiera dejado en la calle.',
      },
      {
        film: 'mad-max-fury-road',
        note: 'Para arrancar el camión hay que saber en qué orden van las llaves, y lo sabe ella. A nosotros nos las colgaban de un clavo.',
      },
    ],
  },
];
