import { type DemoEntry, lines } from '../shape.ts';

const person = 'haruka_m';
const language = 'ja';

/** A locksmith of Matsumoto: short and exact, on doors, keys, hands, rooms. */
export const byHarukaMinegishi: readonly DemoEntry[] = [
  {
    person,
    film: 'rashomon',
    rating: 8,
    viewed: '2019-06-22',
    written: '2019-06-23',
    language,
    spoiler: 'no',
    text: lines`
      市女笠の垂れ布が風でめくれる。あの風さえ吹かなければ、と多襄丸は言う。掛け金のない戸を風のせいにする人は、うちにも来る。
      門では、下人が板を剥がしては焚き火にくべる。三人が話し終わるころ、雨宿りの場所は来たときより狭い。
    `,
  },
  {
    person,
    film: 'seven-samurai',
    rating: 9,
    liked: true,
    viewed: '2020-01-03',
    tags: ['扉', '敷居'],
    written: '2020-01-03',
    title: '敷居の手前',
    language,
    spoiler: 'no',
    text: lines`
      勘兵衛が勝四郎に薪を持たせ、戸口の陰に立たせる。入ってきた浪人を打つ試験である。
      五郎兵衛は敷居の手前で足を止め、笑って「ご冗談を」と言う。暗がりに人がいることは、戸口の静かさでわかる。
      菊千代はまともに食らう。あれは酒のせいだけではない。戸口を見ない人は多い。
    `,
  },
  {
    person,
    film: 'house',
    rating: 7,
    viewed: '2021-08-14',
    tags: ['扉'],
    written: '2021-08-15',
    language,
    text: lines`
      おばちゃまが車椅子を降り、冷蔵庫に入って扉を閉める。内側に取っ手のない扉に、あんなに気軽に入ってはいけない。
      ピアノの蓋も、柱時計の硝子戸も人を食う。鍵穴が一つも出てこない家だった。
    `,
  },
  {
    person,
    film: 'spirited-away',
    rating: 9,
    viewed: '2001-08',
    written: '2018-11-04',
    language,
    spoiler: 'no',
    text: lines`
      釜爺の薬箪笥は壁一面ある。届かない引き出しへは、腕のほうが伸びていく。どれに何が入っているか見もしない。うちの父と同じ。
      契約書の「荻野千尋」から字が浮いて、湯婆婆の手に握られる。残るのは「千」。合鍵を人に預けるときの顔を、あの子はしていた。
    `,
  },
  {
    person,
    film: 'drive-my-car',
    rating: 10,
    liked: true,
    viewed: '2021-09-11',
    tags: ['鍵', '扉'],
    venue: '縄手座',
    written: '2021-09-12',
    title: '閉め方',
    language,
    spoiler: 'yes',
    text: lines`
      飛行機が飛ばず、家福は家に戻る。居間の鏡に妻と男が映る。彼は声を出さず、来たとおりに玄関へ下がって扉を閉める。
      音がしない。取っ手を下げたまま寄せて、枠に着いてから戻せば、ああなる。慣れた手つきだと思い、それから怖くなった。

      音が語っていた話では、空き巣に入る少女の罪が外から見てわかるのは一つだけ、玄関に監視カメラがついたこと。
      工事の翌日はみな晴れやかな顔をする。私はその顔を何百も見た。
    `,
  },
  {
    person,
    film: 'a-city-of-sadness',
    rating: 10,
    viewed: '2023-02-25',
    tags: ['鍵'],
    written: '2023-02-28',
    language,
    spoiler: 'no',
    text: lines`
      牢の錠が外れ、名前が呼ばれ、二人が出ていく。廊下の先で銃声がする。トニー・レオンの文清だけが動かない。
      耳が聞こえない人は、次に扉が開くまで、何が終わったのか知らない。
      鍵の音で飯を食べてきたが、あの音は仕事場へ持って帰れない。
    `,
  },
  {
    person,
    film: 'a-brighter-summer-day',
    rating: 9,
    viewed: '2022-05-04',
    tags: ['押入れ', '長い'],
    venue: '縄手座',
    written: '2022-05-05',
    language,
    spoiler: 'no',
    text: lines`
      日本人が建てて、置いていった家。小四は押入れの上の段で寝る。襖を閉め、撮影所から盗んだ懐中電灯を点けて日記を書く。
      天井裏からは短刀も出る。女の人が自害に使うものだった、と少年たちが話している。
      引き渡しの前には天井裏まで見てほしい。四時間、それを考えた。
    `,
  },
  {
    person,
    film: 'jeanne-dielman',
    rating: 10,
    liked: true,
    viewed: '2022-12-10',
    tags: ['手'],
    written: '2022-12-10',
    title: '蓋',
    language,
    spoiler: 'no',
    text: lines`
      客の金は食卓のスープ鉢に入れ、蓋をする。一日目は蓋が鳴る。二日目、芋を焦がしたあと、鉢は開いたまま食卓に残る。
      どんな金庫でも、壊れ始めるのは戻し忘れた日からだ。
    `,
  },
  {
    person,
    film: 'the-goddess',
    rating: 8,
    viewed: '2024-03-20',
    written: '2024-03-20',
    language,
    spoiler: 'yes',
    text: lines`
      壁の穴に息子の学費を隠す。阮玲玉は何度も手を入れて確かめる。確かめすぎる隠し場所は必ず見つかる。男が見つけた。
      最後は牢の中で、何もない壁を見ている。その壁に息子の顔が浮かぶ。
    `,
  },
  {
    person,
    film: 'spring-in-a-small-town',
    rating: 9,
    liked: true,
    viewed: '2023-10-21',
    tags: ['扉', '手'],
    written: '2023-10-22',
    title: '硝子一枚',
    language,
    spoiler: 'no',
    text: lines`
      夜、玉紋が志忱の部屋へ行く。志忱は抱き上げ、下ろし、自分だけ外へ出て扉に鍵をかける。自分が入らないための鍵である。
      玉紋は拳で硝子を割る。急ぐ人は割る。私が呼ばれる頃には、たいてい錠だけが無事である。
      外側の壁はとうに崩れていて、だれでも跨いで入れる家なのに。
    `,
  },
  {
    person,
    film: 'uncle-boonmee',
    rating: 7,
    viewed: '2026-08-15',
    written: '2026-08-16',
    language,
    text: lines`
      夕飯の縁台に戸はない。空いた椅子に亡くなった奥さんがだんだん濃くなり、階段からは目の赤い猿の息子が上がってくる。
      「まぶしい」と言われて明かりを落とす。驚いたのは水を勧めるまでの間だけ。
      うちの盆も、玄関は開けておく。
    `,
  },
  {
    person,
    film: 'tokyo-story',
    rating: 10,
    liked: true,
    viewed: '2025-01-02',
    rewatch: true,
    tags: ['正月'],
    written: '2025-01-02',
    language,
    spoiler: 'no',
    text: lines`
      熱海の宿、二足のスリッパが廊下にきちんと揃えてある。奥では一晩じゅう麻雀。襖は音を止めない。
      紀子のアパートでは、隣の人が酒と徳利を貸してくれる。二度目は猪口も。行って戻るあいだ、戸は開いている。
      あの廊下の住人は、だれもうちの客にならなかったろう。
    `,
  },
  {
    person,
    film: 'parasite',
    rating: 7,
    viewed: '2020-01-18',
    tags: ['扉'],
    written: '2020-01-19',
    language,
    spoiler: 'yes',
    text: lines`
      食器棚の裏に扉がある。家政婦が壁と棚の間で体を横に突っ張って、やっと動く。挟まった金具が一つあっただけ。あれは十五分で直る。
      建てた人が恥ずかしくて買い主に言わなかった、という説明がいちばん本当らしい。言われない部屋は、この町にもある。
    `,
  },
];
