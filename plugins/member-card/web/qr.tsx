import { encode } from 'uqr'
import { type Modules, pathOf } from '../domain/qr'

/** ISO/IEC 18004: four modules of quiet zone; M recovers 15 % of a worn card. */
export const modulesOf = (text: string): Modules => encode(text, { ecc: 'M', border: 4 }).data

/** The code, dark on light in every theme: readers expect it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = modulesOf(text)
  const side = modules.length
  return (
    <svg
      className="member-card__code"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${side} ${side}`}
      width={side * 3}
      height={side * 3}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  )
}
