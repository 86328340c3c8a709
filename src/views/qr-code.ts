import { encode } from 'uqr';

/** Modules that stay white around a QR code (ISO/IEC 18004: four). */
export const QUIET = 4;

/** A QR code as one path of squares, each one unit wide, without the white around it. */
export interface QrCode {
  /** How many modules it is wide and high. */
  size: number;
  path: string;
}

/** A QR code that is read though a seventh of it is stained (level M). */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  let path = '';
  for (const [y, row] of data.entries())
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  return { size, path };
}
