/** Line-drawn on a grid of 24, one stroke; always beside a word, hence hidden from assistive technology. */
const SHAPES = {
  today: 'M4 20h16M6 20V10l6-5 6 5v10M10 20v-6h4v6',
  missions: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16M12 12v3',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.3M18 14.5c2.3.8 3.5 2.7 3.5 5.5',
  forum: 'M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.6-7 8-7s8 2.5 8 7',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21',
  filter: 'M4 6h16M7 12h10M10 18h4',
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  clip: 'M20 11l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L10 16.4a1.6 1.6 0 0 1-2.3-2.3L15 7',
  mail: 'M3 6h18v13H3zM3 7l9 7 9-7',
  place:
    'M12 21c4.5-5 7-8.5 7-11.5a7 7 0 1 0-14 0c0 3 2.5 6.5 7 11.5zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.2v.6',
  warning: 'M12 4l9.5 16h-19zM12 10v5M12 17.2v.6',
  tools: 'M14 4l6 6-3 3-6-6zM12.5 8.5L4 17v3h3l8.5-8.5',
  leave: 'M14 4h6v16h-6M4 12h11M11 8l4 4-4 4',
} as const
export type IconName = keyof typeof SHAPES
export const ICONS = Object.keys(SHAPES) as IconName[]

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  )
}
