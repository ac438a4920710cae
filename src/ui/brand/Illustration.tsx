import type { ReactNode } from 'react'

/** Few, line-drawn, our own. The warm colour marks the one thing the picture is about. */
export type IllustrationName = 'bench' | 'joined' | 'drawer' | 'road'

const DRAWINGS: Record<IllustrationName, ReactNode> = {
  // A workbench with its vice and drawer, and a laptop among the tools.
  bench: (
    <>
      <path d="M14 112H226V122H14Z M30 122V178 M44 122V178 M196 122V178 M210 122V178 M44 164H196 M44 172H196" />
      <path d="M92 122V142H148V122 M114 132H126" />
      <path d="M210 126H232V142H210 M232 134H240 M240 128V140" />
      <path className="drawing__warm" d="M84 104L90 66H150L156 104Z M76 112L84 104H156L164 112" />
      <path className="drawing__warm" d="M98 76H130 M97 84H142 M96 92H122" />
      <path d="M36 112V84 M30 84H42V78H30Z M50 112V72L54 66L58 72V112Z M50 100H58" />
      <path d="M178 112V96H198V112 M198 99Q206 99 206 104Q206 109 198 109 M184 90Q182 86 185 82 M191 90Q189 86 192 82" />
      <path d="M20 44H76 M30 44V50 M30 50L26 60H34Z M46 44V62 M42 62H50V68H42Z M64 44V52 M58 58A6 6 0 1 0 70 58A6 6 0 1 0 58 58" />
    </>
  ),
  // Three boards meeting in one joint: nobody builds alone.
  joined: (
    <>
      <path d="M12 70H92V84L120 78V118L92 112V126H12Z" />
      <path d="M24 82H66 M24 94H84 M24 106H58" />
      <path d="M228 70H148V84L123 78V118L148 112V126H228Z" />
      <path d="M216 82H182 M216 94H160 M216 106H176" />
      <path className="drawing__warm" d="M98 12H142V58H132L136 74L121.5 77L107 74L108 58H98Z" />
      <path className="drawing__warm" d="M108 24V44 M120 20V52 M131 26V42" />
      <path d="M40 148H200 M64 156H176" />
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
  // The road of the compagnons: from one town to the next, a bundle on the stick.
  road: (
    <>
      <path d="M10 160H230 M20 160Q70 120 96 124T150 92T226 60" />
      <path d="M22 148V124L34 114L46 124V148 M30 148V136H38V148" />
      <path d="M196 62V36L207 26L218 36V62 M203 56V46H211V56 M207 26V14" />
      <path
        className="drawing__warm"
        d="M112 114L138 58 M138 58Q130 44 142 38Q156 38 154 52Q150 62 138 58Z M140 40L136 32 M146 38L150 31"
      />
      <path d="M66 168H92 M120 168H180" />
    </>
  ),
}

export function Illustration({ name, width = 240 }: { name: IllustrationName; width?: number }) {
  return (
    <svg
      className="drawing"
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
