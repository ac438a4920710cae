import type { ReactNode } from 'react'

/** Few, line-drawn, our own. The warm colour marks the one thing the picture is about. */
export type IllustrationName = 'bench' | 'joined' | 'drawer' | 'road'

const DRAWINGS: Record<IllustrationName, ReactNode> = {
  // A workbench with its vice and drawer, and a laptop among the tools.
  bench: (
    <>
      <path d="M14 112H226V122H14Z M30 122V178 M44 122V178 M196 122V178 M210 122V178 M44 164H196 M44 172H196" />
      <path d="M92 122V142H148V122 M114 132H126" />
      <path d="M226 113H232V121H226 M232 117H237 M237 111V123" />
      <path className="drawing__warm" d="M84 104L90 66H150L156 104Z M76 112L84 104H156L164 112" />
      <path className="drawing__warm" d="M98 76H130 M97 84H142 M96 92H122" />
      <path d="M36 112V84 M30 84H42V78H30Z M50 112V72L54 66L58 72V112Z M50 100H58" />
      <path d="M178 112V96H198V112 M198 99Q206 99 206 104Q206 109 198 109 M184 90Q182 86 185 82 M191 90Q189 86 192 82" />
      <path d="M20 44H76 M30 44V50 M30 50L26 60H34Z M46 44V53 M42 53H50V60H42Z M64 44V52 M58 58A6 6 0 1 0 70 58A6 6 0 1 0 58 58" />
    </>
  ),
  // Three boards in one joint: none of them holds alone.
  joined: (
    <>
      <path d="M12 78H110L105 96H118V106L100 101V133L118 128V146H12Z" />
      <path d="M228 78H130L135 96H122V107L104 102V132L122 127V146H228Z" />
      <path d="M26 92H84 M26 106H72 M26 120H86 M26 132H62 M214 92H152 M214 106H168 M214 120H146 M214 132H182" />
      <path className="drawing__warm" d="M96 14H144V75H127L131.5 93H108.5L113 75H96Z" />
      <path className="drawing__warm" d="M108 26V60 M120 22V68 M132 28V56" />
      <path d="M30 160H210 M62 169H178" />
    </>
  ),
  // A drawer pulled open: empty, clean, ready to be filled.
  drawer: (
    <>
      <path d="M36 24H204V150H36Z M36 64H204 M48 34H192V54H48Z M112 44H128" />
      <path d="M48 74H192V94" />
      <path d="M48 74V94" />
      <path className="drawing__warm" d="M30 110H210V150H30Z M108 130H132" />
      <path d="M48 94H192L210 110 M48 94L30 110 M62 98L52 107H188L178 98Z" />
      <path d="M48 150V170 M192 150V170 M36 170H60 M180 170H204" />
    </>
  ),
  // A signpost where roads part: for who has lost the way.
  road: (
    <>
      <path d="M8 150Q60 128 112 150T232 146" />
      <path d="M92 184Q104 164 116 150 M150 184Q138 164 128 150" />
      <path d="M117 32V22L121 16L125 22V32 M117 58V70 M125 58V70 M117 96V150 M125 96V150 M117 138H125" />
      <path className="drawing__warm" d="M104 32H174L190 45L174 58H104Z M116 45H162" />
      <path d="M138 70H70L54 83L70 96H138Z M126 83H82" />
      <path d="M24 142V126L34 117L44 126V138 M31 140V131H37V139 M196 141V118L205 110L214 118V143 M205 110V102" />
      <path d="M60 140V128 M56 132L60 128L64 132 M172 146V134 M168 138L172 134L176 138" />
    </>
  ),
}

export function Illustration({ name, width = 240 }: { name: IllustrationName; width?: number }) {
  return (
    <svg
      className="drawing"
      fill="none"
      stroke="currentColor"
      viewBox="0 0 240 184"
      width={width}
      height={Math.round((width * 184) / 240)}
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name]}
    </svg>
  )
}
