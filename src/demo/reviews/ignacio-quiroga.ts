import { type DemoEntry, lines } from '../shape.ts';

const person = 'ignacio_q';
const language = 'es';

/** The retired bus driver: numbers everything, and stops where he would rather not go on. */
export const byIgnacioQuiroga: readonly DemoEntry[] = [
  {
    person,
    film: 'la-cienaga',
    rating: 9,
    liked: true,
    viewed: '2023-02-11',
    rewatch: true,
    tags: ['calor'],
    written: '2023-02-12',
    language,
    spoiler: 'no',
    text: lines`
      1. Las reposeras. El hierro contra la baldosa, y nadie levanta la pata.
      2. El hielo en las copas, que entra en la película antes que las personas.
      3. Suena el teléfono y todos esperan que atienda Isabel.
      4. La vaca en el barro. Los chicos la miran como mirábamos en el taller un coche fundido.
      5. La Virgen del tanque de agua. Mi mujer fue a ver una así, en el 87. Volvió y dijo lo que dicen ahí en la televisión: que algo había, que no sabe.
      6. Una vez manejé hasta Salta, de suplente, en febrero. El aire era ese.
      7. La escalera apoyada contra la medianera. La primera vez no la vi. Ahora, desde que empieza, no veo otra cosa.
    `,
  },
  {
    person,
    film: 'bicycle-thieves',
    rating: 10,
    liked: true,
    viewed: '2022-08',
    rewatch: true,
    venue: 'Cine Arrabal',
    written: '2022-08-28',
    title: 'Lo que cuesta',
    language,
    spoiler: 'yes',
    text: lines`
      Costo de la bicicleta, por orden de pago:
      1. Las sábanas. El empleado trepa con el atado por una estantería llena de sábanas de otros, y no se acaba nunca.
      2. Media mañana de trabajo y media cara de Rita Hayworth pegada en la pared.
      3. Lo que se lleva la vidente.
      4. Un almuerzo con mozzarella en carroza. El pibe estira el queso mirando a la mesa de al lado, que tiene más platos.
      5. Un cachetazo. El pibe se va a caminar del otro lado de los árboles, y el padre camina de este.
      6. Esto no lo pongo.

      En el 74 un pasajero me sacó la recaudación y lo corrí dos cuadras. Cuando lo alcancé era más flaco que yo, y alrededor ya había gente gritando que le pegara. Por eso el 6 no lo pongo.
    `,
  },
  {
    person,
    film: 'los-olvidados',
    rating: 9,
    viewed: '2023-05-20',
    written: '2023-05-21',
    language,
    spoiler: 'no',
    text: lines`
      1. Gallinas. Están en todos lados y miran.
      2. El ciego con la orquesta encima. Es la víctima y es un miserable, las dos cosas en la misma vereda.
      3. El hombre sin piernas, y su carrito que se va solo calle abajo. De chicos hicimos algo parecido. Nunca lo conté hasta este renglón.
      4. El sueño: la madre se acerca despacio con un pedazo de carne cruda, y hay viento adentro de la pieza.
      5. Un huevo contra la cámara. Me dio a mí.
      6. El director de la granja le pone cincuenta pesos en la mano y le abre el portón. Es el mejor hombre de la película, y no alcanza.
    `,
  },
  {
    person,
    film: 'memories-of-underdevelopment',
    rating: 7,
    viewed: '2023-06-03',
    written: '2023-06-04',
    language,
    spoiler: 'no',
    text: lines`
      1. El aeropuerto: la mujer y los padres se van, y él vuelve en ómnibus, entre gente, como si no fuera con él.
      2. El telescopio. Quien necesita un telescopio para ver su propia vereda no es pasajero mío.
      3. El grabador. Hizo enojar a la mujer para tener la cinta, y ahora la escucha solo, con la ropa de ella en la mano.
      4. Elena y los vestidos que le quedan.
      5. La casa de Hemingway, cabezas de bichos por las paredes, y él parado ahí como una más.
      6. De noche pasan los camiones con los cañones.

      Siete puntos. Es un hombre inteligente, y el primero que no le cree es él.
    `,
  },
  {
    person,
    film: 'central-station',
    rating: 9,
    liked: true,
    viewed: '1999-03',
    written: '2023-10-08',
    title: 'Recorrido',
    language,
    spoiler: 'yes',
    text: lines`
      Cabecera: estación Central. Hora pico; los que tienen apuro entran al tren por la ventanilla.
      1. La mesa de las cartas. Ella cobra y cobra aparte el sello, que no pega.
      2. Un televisor con control remoto. Cuando se entiende de dónde salió, dan ganas de bajarse.
      3. El ómnibus al norte. El chico se toma el vino.
      4. El camionero. Ella va al baño y se pinta los labios, él arranca. De los colegas que vi en el cine es el más cobarde, y lo entiendo en cada cambio que pone.
      5. La peregrinación. No se ve el piso.
      6. Las casas nuevas, todas iguales, con la numeración mal puesta.
      7. El primer colectivo de la mañana, casi vacío, un asiento del lado de la ventana. Ese pasajero lo llevé mil veces, a las cinco y diez, y jamás le pregunté nada.
    `,
  },
  {
    person,
    film: 'city-lights',
    rating: 10,
    liked: true,
    viewed: '2021-12-25',
    rewatch: true,
    written: '2021-12-26',
    language,
    spoiler: 'no',
    text: lines`
      1. La puerta del auto. No se oye, y por ese ruido ella se equivoca.
      2. El silbato tragado, con hipo, justo cuando el señor va a cantar.
      3. La serpentina que baja hasta el plato de fideos y él la sigue comiendo, parado, para arriba.
      4. Barre la calle, esquiva los caballos y dobla el elefante.
      5. La pelea: atrás del árbitro, todo el tiempo atrás del árbitro.
      6. Ella quiere devanar la lana y le devana la camiseta. Él la deja.
      7.

      El 7 va en blanco. Quien la vio sabe con qué mano se llena.
    `,
  },
  {
    person,
    film: 'mulholland-drive',
    rating: 5,
    viewed: '2022-04-09',
    venue: 'Cine Arrabal',
    written: '2022-04-10',
    title: 'Prohibido hablar con el conductor',
    language,
    spoiler: 'no',
    text: lines`
      Preguntas que le haría:
      1. ¿Por qué esa avenida tiene una sola luz?
      2. ¿Quién vive atrás del bar y qué come?
      3. Si al asesino lo mandaron por una libreta, ¿qué le había hecho la aspiradora?
      4. ¿Qué abre la llave azul? Me contestan: la caja azul. Bueno.
      5. ¿Por qué el del café no escupe como la gente, y lo deja caer en la servilleta despacito?
      6. ¿Por qué lloré con la señora que canta en castellano, si ya habían avisado que no había nadie cantando?

      A la salida mi nieta me lo explicó entero. Con la explicación le bajé medio punto; por el 6 no le bajo más.
    `,
  },
  {
    person,
    film: 'the-cranes-are-flying',
    rating: 9,
    liked: true,
    viewed: '2023-07-09',
    written: '2023-07-09',
    language,
    spoiler: 'yes',
    text: lines`
      1. La cámara va en el colectivo con ella, apretada como todos. Ella se baja, la cámara se baja. Ella corre entre la gente, después entre los tanques, y la cámara ya está arriba. Treinta y cuatro años quise saber adónde iban los que se bajaban así.
      2. El paquete de galletitas contra la reja. Llegó, pero no adonde él estaba, y los demás lo pisan marchando.
      3. La escalera del edificio bombardeado. Sube, abre la puerta de su casa, y hay cielo y un reloj.
      4. Los abedules dan vueltas.
      5. La ardilla.
      6. Con las flores en la mano pregunta en toda la estación, y después las reparte. Una por una, al que pase. Yo le habría dicho que las guardara. Ella sabe más.
    `,
  },
  {
    person,
    film: 'killer-of-sheep',
    rating: 8,
    viewed: '2026-07-04',
    written: '2026-07-05',
    language,
    spoiler: 'no',
    text: lines`
      Herramientas y repuestos:
      1. Ganchos, manguera, cuchillo. Las ovejas entran siguiendo a una que ya conoce el camino.
      2. Un motor usado. Lo bajan entre dos, lo apoyan en el borde de la caja y arrancan en subida. Cualquiera que haya trabajado sabe que el pícaro es el borde.
      3. Una careta de perro triste con una nena adentro.
      4. La goma. Van todos de paseo, se pincha, y no traen auxilio. ¡Sin auxilio! Vuelven en llanta, despacio, cada uno mirando por su ventanilla.
      5. Una taza caliente contra la cara.
      6. Un disco lento. Ella le apoya las manos en la espalda y él se va con el disco.
    `,
  },
  {
    person,
    film: 'wake-in-fright',
    rating: 6,
    viewed: '2023-09-02',
    written: '2023-09-03',
    language,
    spoiler: 'no',
    text: lines`
      1. Primera cerveza: la paga el policía.
      2. La segunda también.
      3. Después pierdo la cuenta y el maestro también. En esa ciudad nadie pregunta cómo está uno; preguntan si va a terminar el vaso.
      4. Dos monedas en una tablita, y cien tipos mirando para arriba. Eso está filmado como una misa.
      5. Un cuarto de hora de canguros.

      Los canguros no actuaban. Lo avisan al final, con letras, cuando ya está. Le saco cuatro puntos y los cuatro son por el 5.
    `,
  },
  {
    person,
    film: 'roma',
    rating: 9,
    liked: true,
    viewed: '2019-01-05',
    written: '2019-01-06',
    language,
    spoiler: 'yes',
    text: lines`
      1. Baldosas, un balde, y en el agua enjabonada pasa un avión.
      2. La señora mete el Galaxie entre dos camiones. Se lleva los dos costados y sigue.
      3. El cine: él dice que va al baño. Ella sale cuando prenden la luz y lo espera en los escalones, entre los vendedores.
      4. La cuna que no se compra, porque entran por la mueblería con revólveres.
      5. En el mar no corta nunca. Ella va para adentro y no sabe nadar, y la ola le tapa la cabeza a la altura del final del pasillo de mi coche.
      6. Lo que dice después, en la arena, en tan pocas palabras.
      7. Sube la escalera con la ropa. Pasa otro avión. A esa hora yo también volvía a entrar en servicio.
    `,
  },
  {
    person,
    film: 'playtime',
    rating: 8,
    liked: true,
    viewed: '2018-11-17',
    written: '2023-09-24',
    language,
    spoiler: 'no',
    text: lines`
      Para ver con boleto de ida y vuelta:
      1. El ómnibus de las turistas, que nunca se queda sin asiento.
      2. El portero del restaurante. Se rompe la puerta de vidrio y él sigue abriendo con la manija sola, y le siguen dando propina.
      3. Las sillas nuevas dejan una corona marcada en la espalda de cada invitado. La busqué en todos los sacos.
      4. Un mozo que va prestando sus pedazos sanos a los otros mozos.
      5. La rotonda. Hace falta que alguien eche una moneda.

      Ida, me aburrí. Vuelta, me faltó tiempo.
    `,
  },
  { person, film: 'spirited-away', rating: 8, viewed: '2023-01', tags: ['con mi nieta'] },
  { person, film: 'the-goddess', rating: 9, viewed: '2022-11-05', venue: 'Cine Arrabal' },
];
