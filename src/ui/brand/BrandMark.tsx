/** Our mark: two boards joined by one dovetail. Decorative; the name stands beside it. */
export function BrandMark({ size = 32 }: { size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path className="mark__board" d="M3 4H17V12L9 9.5V22.5L17 20V28H3Z" />
      <path className="mark__tail" d="M19 4H29V28H19V18.6L11 20.9V11.1L19 13.4Z" />
    </svg>
  )
}
