import { BrandMark } from '../brand/BrandMark'
import { useTexts } from '../useTexts'

export type BrandProps = { name: string; href?: string }

export function Brand({ name, href = '/' }: BrandProps) {
  const t = useTexts().layout
  return (
    <a className="brand" href={href}>
      <BrandMark size={34} />
      <span className="brand__name">{name}</span>
      <span className="visually-hidden">, {t.home}</span>
    </a>
  )
}
