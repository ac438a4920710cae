/**
 * Capitals as a chisel would cut them: strokes on a board 10 wide and 14 high. Drawn, not set, since the machine that
 * loads the demo may have no font.
 */
export const LETTERS: Readonly<Record<string, string>> = {
  A: 'M0 14 L5 0 L10 14 M2 9 H8',
  B: 'M1 0 V14 H6 A4 4 0 0 0 6 6.5 H1 M6 6.5 A3.2 3.2 0 0 0 6 0 H1',
  C: 'M10 2.5 A6 7 0 1 0 10 11.5',
  D: 'M1 0 V14 H3 A7 7 0 0 0 3 0 Z',
  E: 'M9 0 H1 V14 H9 M1 7 H7',
  F: 'M9 0 H1 V14 M1 7 H7',
  G: 'M10 2.5 A6 7 0 1 0 10 11 V8 H6',
  H: 'M1 0 V14 M9 0 V14 M1 7 H9',
  I: 'M5 0 V14',
  J: 'M8 0 V9.5 A3.8 4.5 0 0 1 1 11',
  K: 'M1 0 V14 M9 0 L1 8 M4 5.5 L9 14',
  L: 'M1 0 V14 H9',
  M: 'M0 14 V0 L5 8 L10 0 V14',
  N: 'M1 14 V0 L9 14 V0',
  O: 'M5 0 A5.2 7 0 1 0 5 14 A5.2 7 0 1 0 5 0 Z',
  P: 'M1 14 V0 H6 A3.8 3.8 0 0 1 6 7.6 H1',
  Q: 'M5 0 A5.2 7 0 1 0 5 14 A5.2 7 0 1 0 5 0 Z M6 10 L10 15',
  R: 'M1 14 V0 H6 A3.6 3.6 0 0 1 6 7.2 H1 M5 7.2 L9 14',
  S: 'M9 2.2 A4.2 3.4 0 1 0 5 7 A4.2 3.5 0 1 1 1 11.8',
  T: 'M0 0 H10 M5 0 V14',
  U: 'M1 0 V9.5 A4 4.5 0 0 0 9 9.5 V0',
  V: 'M0 0 L5 14 L10 0',
  W: 'M-1 0 L2 14 L5 4 L8 14 L11 0',
  X: 'M0 0 L10 14 M10 0 L0 14',
  Y: 'M0 0 L5 7 L10 0 M5 7 V14',
  Z: 'M0 0 H10 L0 14 H10',
}
