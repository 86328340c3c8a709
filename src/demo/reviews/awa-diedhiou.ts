import { type DemoEntry, prose } from '../shape.ts';

const person = 'awa_diedhiou';
const language = 'fr';
const venue = 'Réfectoire du lycée';

/** Runs the film club of a lycée in Ziguinchor, and writes down what her pupils said. */
export const byAwaDiedhiou: readonly DemoEntry[] = [
  {
    person,
    film: 'black-girl',
    rating: 10,
    liked: true,
    viewed: '2022-10-14',
    rewatch: true,
    tags: ['ciné-club', 'Sembène'],
    venue,
    written: '2022-10-16',
    title: 'La voix qui pense',
    language,
    spoiler: 'yes',
    text: prose`
      Sembène est né à Ziguinchor et, dans la nouvelle, Diouana vient de Boutoupa, à côté. Le film l’installe
      à Dakar ; mes élèves de Boutoupa ont protesté.

      La discussion a pris sur autre chose. Fatou Bintou voulait savoir pourquoi, dans sa tête, elle pense en
      français, et si bien, alors qu’à table elle dit « oui, Madame ». Lamine : « Parce que c’est nous qui
      pensons, elle est là-bas toute seule. » Arrive la lettre de la mère. Monsieur la lit, Monsieur s’assoit
      et rédige la réponse. Quand elle déchire le papier, tout le réfectoire a tapé sur les tables.

      Après la baignoire, plus personne ne tapait. Monsieur rapporte la valise, le masque, l’argent ; la mère
      ne veut pas de l’argent. Et le petit, le masque sur la figure, le suit jusqu’à la passerelle. Un homme
      qui a peur d’un enfant en carton, a dit Seynabou. C’est du bois, mais je n’ai pas corrigé.
    `,
  },
  {
    person,
    film: 'yeelen',
    rating: 9,
    liked: true,
    viewed: '2023-02-03',
    tags: ['ciné-club', 'Mali'],
    venue,
    written: '2023-02-04',
    language,
    text: prose`
      Moussa, dont la mère est de Sikasso, traduisait le bambara avant les sous-titres et s’arrêtait net aux
      prières : « Ça, madame, je ne le répète pas. » J’ai trouvé cela plus instructif que mon dossier.

      Le pilon les a conquis. Deux hommes le portent sur l’épaule, et c’est lui qui tire, qui choisit le
      sentier, qui défonce les portes ; ils courent derrière comme des gens qu’un chien promène. Les filles,
      elles, ont gardé la mère, debout dans le marais, qui se verse les calebasses de lait sur la tête et
      demande qu’on épargne son fils. « Chez nous aussi c’est la mère qui fait le travail », a dit Aïssatou,
      et il a fallu rallumer.
    `,
  },
  {
    person,
    film: 'timbuktu',
    rating: 8,
    viewed: '2015-05-08',
    venue,
    written: '2015-05-10',
    title: 'Le ballon',
    language,
    text: prose`
      Onze garçons de l’équipe du lycée étaient venus pour le match sans ballon. On leur en avait parlé. Ils
      ont suivi la passe, la tête, le tir, et quand le gardien plonge, le nôtre a plongé sur son banc. Puis
      l’âne traverse, puis la moto des hommes armés, et les joueurs font semblant de s’étirer. Notre
      capitaine : « Il y avait hors-jeu. »

      C’est Mariama qui a ramené tout le monde, avec la vendeuse de poisson : on lui ordonne de porter des
      gants, elle tend les mains et leur demande de les couper plutôt. « Elle a raison, on ne sent pas
      l’écaille. » Sa mère vend au marché Saint-Maur.

      Je reproche à Sissako de la beauté là où je voulais de la colère, la rivière surtout, ce plan si large
      où un homme meurt en silhouette. Ils n’ont pas compris mon reproche. L’eau, c’est loin, m’ont-ils dit.
    `,
  },
  {
    person,
    film: 'la-haine',
    rating: 7,
    viewed: '2019-03-22',
    venue,
    written: '2019-03-23',
    language,
    text: prose`
      Qu’est-ce que vient faire Grunwalski ? Le petit vieux sort des cabinets, raconte aux trois copains un
      camarade déporté avec lui en Sibérie, trop pudique pour se soulager devant les autres, qui court après
      le train en tenant son pantalon, et qui gèle ; il remercie et s’en va. On a passé quarante minutes
      là-dessus. Hypothèses : c’est Vinz ; c’est Hubert ; c’est le train de banlieue qu’ils vont rater ;
      c’est la honte qui tue, et pas le froid. Bakary, dernier rang : « C’est un vieux. Il raconte. »

      La France en noir et blanc les a déçus. Ils ont un cousin à Mantes, il envoie des photos en couleurs.
    `,
  },
  {
    person,
    film: 'the-battle-of-algiers',
    rating: 9,
    viewed: '2018-11-02',
    tags: ['ciné-club', 'histoire'],
    venue,
    written: '2018-11-04',
    title: 'Le grand-oncle d’Ousmane',
    language,
    text: prose`
      Ousmane a demandé la parole avant le film, ce qui ne se fait pas : son grand-oncle a servi en Algérie,
      sous l’uniforme français, il a une pension et n’en parle jamais. « Je veux voir s’il est dedans. »

      Personne ne bougeait pendant que les trois femmes se coupent les cheveux devant la glace. Au bar, l’une
      pousse le panier sous le comptoir du bout du pied, et la caméra fait le tour de ceux qui vont mourir,
      le bébé avec sa glace. Là, le réfectoire s’est coupé en deux ; je n’ai pas tranché. On a applaudi
      ensemble le petit Omar qui vole le micro des soldats pour parler à la Casbah en grève.

      Le grand-oncle n’était pas dedans. Ousmane est allé le lui dire le dimanche. Il paraît que le vieux a
      répondu : « Tu as bien regardé ? »
    `,
  },
  {
    person,
    film: 'l-atalante',
    rating: 10,
    liked: true,
    viewed: '2026-05-22',
    rewatch: true,
    tags: ['ciné-club', 'fleuve'],
    venue,
    written: '2026-05-24',
    language,
    text: prose`
      Ici, un homme qui saute d’un bateau, on n’en rit pas ; chaque famille a quelqu’un du <i>Joola</i>.
      J’avais oublié la scène, ou je m’étais menti. Jean plonge pour voir sous l’eau le visage de celle qu’il
      aime, et Juliette vient, en robe de mariée, tourne, sourit. Il y a eu un silence que je n’avais jamais
      entendu dans ce réfectoire, où l’on entend toujours le frigo.

      Puis Khady, doucement : « Moi aussi, je regarde dans l’eau. »

      Heureusement, il y a le père Jules. Il passe le doigt sur un disque, la musique joue, il lève le doigt,
      elle s’arrête, il recommence, ravi, avant de voir le gamin caché avec l’accordéon. Ils ont ri pour deux
      heures. Le lendemain, toute la classe de seconde jouait du doigt sur les tables.
    `,
  },
  {
    person,
    film: 'the-400-blows',
    rating: 8,
    viewed: '2017-01-20',
    tags: ['ciné-club', 'école'],
    venue,
    written: '2017-01-21',
    language,
    spoiler: 'yes',
    text: prose`
      Deux collègues se sont levés quand Antoine, à court d’excuse, annonce que sa mère est morte. Les élèves
      étaient debout aussi, mais de joie. « Il n’a pas réfléchi, a jugé Pape Demba, on commence par une
      tante. »

      L’injustice, pour eux, n’est pas la gifle. C’est la machine à écrire : on l’attrape le jour où il la
      <em>rapporte</em>. Et le pire traître du film est la bougie allumée devant Balzac, qui met le feu au
      rideau pour une fois qu’il avait lu.

      À la fin il court jusqu’à la mer, entre dans l’eau avec ses chaussures et se retourne. Sokhna, de
      Kafountine, née sur la plage : « Et maintenant il faut qu’il mange. »
    `,
  },
  {
    person,
    film: 'beau-travail',
    rating: 6,
    viewed: '2020-02-14',
    venue,
    written: '2020-02-17',
    language,
    text: prose`
      Les légionnaires repassent. Ils font le pli, le double pli, la nappe, et un murmure a parcouru les
      filles : voilà enfin une armée utile. Ensuite on creuse une route que personne n’a demandée, et trois
      femmes de Djibouti, assises au bord, regardent ces hommes torse nu comme on regarde une chèvre montée
      sur un toit. « C’est elles le public, a dit Ndèye, on devrait leur donner le film. »

      Je suis de son avis. J’admire les corps, le sel, l’eau trop bleue, mais Rahel danse et n’a presque pas
      de phrase, et je ne sais toujours pas ce que le pays pense de tous ces cercles qu’on marche sur lui.
      Les garçons ont refait les pompes dans la cour.
    `,
  },
  {
    person,
    film: 'killer-of-sheep',
    rating: 9,
    liked: true,
    viewed: '2024-06-14',
    tags: ['ciné-club', 'Tabaski'],
    venue,
    written: '2024-06-15',
    title: 'Le vendredi d’avant Tabaski',
    language,
    text: prose`
      J’ai choisi la date exprès : trois jours avant la fête, avec un bélier attaché sous chaque fenêtre du
      quartier. Tous mes élèves ont déjà tenu une patte. Ils s’attendaient à rire de Stan. Or, à l’abattoir
      de Watts, les moutons suivent celui qui les mène, on les suspend, et c’est un travail, le même demain.
      « Nous, on dit le nom de Dieu et celui de la famille, a dit Ibrahima. Lui, il ne peut pas dire un nom à
      chaque fois. »

      Ils ont reconnu le reste sans moi : les garçons qui sautent d’un toit à l’autre, la petite sous son
      masque de chien, les deux hommes qui descendent un moteur par l’escalier, le posent au bord de la
      camionnette, et qui démarrent. Tout le réfectoire a crié « attention ». Le moteur est tombé quand même.
    `,
  },
  {
    person,
    film: 'moonlight',
    rating: 8,
    viewed: '2021-07',
    tags: ['hors club'],
    written: '2021-08-01',
    language,
    text: prose`
      Je ne l’ai pas passé au club et je ne le passerai pas ; chacun, ici, sait pourquoi. Trois anciennes,
      rentrées de Dakar pour l’hivernage, l’ont regardé chez moi, volets fermés, sur l’ordinateur.

      À la table de Juan, l’enfant demande ce que veut dire le mot qu’on lui jette, et l’homme répond
      lentement, comme on retire une écharde. Ensuite l’enfant demande s’il vend de la drogue. Aucune des
      trois n’a parlé.

      C’est plus tard, dans le restaurant, quand Kevin moule le riz, hache la coriandre et porte l’assiette,
      qu’il y en a une qui a dit : « Il lui a pressé le citron. Moi, on m’a fait à manger comme ça une
      fois. » On n’a pas demandé qui.
    `,
  },
  {
    person,
    film: 'a-trip-to-the-moon',
    rating: 8,
    liked: true,
    viewed: '2025-01-17',
    tags: ['ciné-club', 'bougarabou'],
    venue,
    written: '2025-01-18',
    language,
    spoiler: 'yes',
    text: prose`
      Un quart d’heure de film, deux bougarabous, et mon cousin qui frappait à chaque Sélénite. Il suffit
      d’un coup de parapluie et le Sélénite part en fumée ; au sixième, la salle ne riait plus autant.

      Résumé par Adama, quatorze ans : « Ils arrivent chez des gens sans prévenir, ils dorment par terre
      comme chez eux, ils tuent le roi, ils ramènent un prisonnier pour le faire danser, et on leur met une
      médaille et une statue. » Je lui ai demandé s’il connaissait la date. « 1902, a-t-il lu au tableau. Ah
      oui, donc ils avaient l’habitude. »

      On l’a repassé tout de suite, pour l’œil crevé et le parapluie qui devient champignon. La deuxième
      fois, mon cousin jouait pour les Sélénites.
    `,
  },
  {
    person,
    film: 'portrait-of-a-lady-on-fire',
    rating: 8,
    viewed: '2023-05-26',
    tags: ['ciné-club', 'Orphée'],
    venue,
    written: '2023-05-28',
    language,
    text: prose`
      Pour ou contre Orphée : j’ai arrêté le film après la lecture dans la cuisine et j’ai fait voter.
      Sophie, la servante, est furieuse, il n’avait qu’à ne pas se retourner ; elle a eu dix-neuf voix. La
      peintre, qui croit qu’il choisit le souvenir, quatre. Héloïse, pour qui c’est peut-être Eurydice qui
      l’a appelé, en avait deux, puis on en a discuté et elle en a eu onze.

      Dieynaba, qui mène la chorale de la paroisse, avait une autre question : la nuit, autour du feu,
      quand les femmes se mettent à chanter en frappant dans leurs mains, laquelle donne le départ ? On a
      repassé la scène trois fois sans trouver. À la troisième tout le réfectoire battait la mesure, et la
      robe a pris feu sans que personne y fasse attention.
    `,
  },
  {
    person,
    film: 'touki-bouki',
    rating: 10,
    liked: true,
    viewed: '2024-11-08',
    rewatch: true,
    tags: ['ciné-club', 'Dakar'],
    venue,
    written: '2024-11-11',
    title: 'Qui monte ?',
    language,
    spoiler: 'yes',
    text: prose`
      Chaque année je pose la même question au générique de fin : qui monte sur le bateau, qui redescend ? En
      2014, ils montaient tous avec Anta. Cette fois, sur trente et un, douze sont partis en courant derrière
      Mory, vers la moto et ses cornes de zébu.

      « Il n’est pas lâche, il a entendu la corne du bateau et il a reconnu la vache », a expliqué Malick, et
      je n’ai rien lu d’aussi juste sur ce montage. Les filles n’étaient pas convaincues. Anta est assise sur
      le pont dans son costume volé, droite, elle n’attend pas. « Elle a un billet », a dit Coumba. Le
      gardien a éteint là-dessus.
    `,
  },
];
