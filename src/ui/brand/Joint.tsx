import { useId } from 'react'

/** A row of dovetails by which one surface of the page is joined to the next. Decorative. */
export function Joint() {
  const id = useId()
  return (
    <svg className="joint" width="100%" height="12" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="24" height="12" patternUnits="userSpaceOnUse">
          <path d="M7.5 12L4.5 0H19.5L16.5 12Z" />
        </pattern>
      </defs>
      <rect width="100%" height="12" fill={`url(#${id})`} />
    </svg>
  )
}
