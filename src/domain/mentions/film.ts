/** A film that a span may name. */
export interface Candidate {
  id: string;
  /** All its titles, the one it goes by first. */
  titles: readonly string[];
  year: number | null;
  directors: readonly string[];
  /** How many ratings and reviews it has here. */
  known: number;
  /** Whether only the part of a title before its colon was met. */
  part: boolean;
}

/** The film a text is about, as far as that helps to read it. */
export interface About {
  id: string;
  titles: readonly string[];
  year: number | null;
  directors: readonly string[];
  /** Names of those who play in it and of those they play. */
  names: readonly string[];
  /** Keys of stretches of the text that are names of people known here. */
  people: ReadonlySet<string>;
  /** The year in which the text was written: no later film is named. Null when it is not known. */
  written: number | null;
}
