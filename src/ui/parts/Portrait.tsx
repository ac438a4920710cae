import { initials } from './initials'

const SIZES = { small: 36, medium: 56, large: 96, huge: 176 } as const
export type PortraitSize = keyof typeof SIZES

export type PortraitProps = {
  name: string
  src?: string | null
  srcSet?: string
  size?: PortraitSize
  /** Left out beside the person's name, where the picture adds nothing to hear. */
  alt?: string
  /** For the one portrait the page is about, at its top. */
  eager?: boolean
}

/** A square portrait, or initials where there is none. */
export function Portrait({ name, src, srcSet, size = 'medium', alt = '', eager }: PortraitProps) {
  const side = SIZES[size]
  if (!src) {
    return (
      <span className={`portrait portrait--${size} portrait--none`} aria-hidden="true">
        {initials(name)}
      </span>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: pages are Express's; next/image is not for them.
    <img
      className={`portrait portrait--${size}`}
      src={src}
      srcSet={srcSet}
      sizes={srcSet ? `${side}px` : undefined}
      width={side}
      height={side}
      alt={alt}
      loading={eager ? undefined : 'lazy'}
      decoding="async"
    />
  )
}
