import type { ReactNode } from 'react'
import { BrandMark } from '../brand/BrandMark'
import { Portrait } from '../parts/Portrait'
import { SeasonGrid } from '../season/SeasonGrid'
import type { SeatCounts } from '../season/seats'
import { T } from '../T'

export type MemberCardProps = {
  association: string
  name: string
  src?: string | null
  /** Trade and place. */
  note?: ReactNode
  /** « Saison 2023 ». */
  season: string
  seats: SeatCounts
  /** « Place 48 · valable jusqu’au 31 décembre 2023 ». */
  validity: ReactNode
  /** A code to scan, beside the name. */
  code?: ReactNode
}

/** The member's card: the season's seats with one's own among them. Prints at the size of a bank card. */
export function MemberCard(props: MemberCardProps) {
  const { association, name, src, note, season, seats, validity, code } = props
  return (
    <article className="member-card">
      <p className="member-card__house">
        <BrandMark size={22} /> <span>{association}</span>{' '}
        <span className="member-card__season">{season}</span>
      </p>
      <div className="member-card__who">
        <Portrait name={name} src={src} size="large" eager />
        <div className="member-card__text">
          <p className="member-card__name">{name}</p>
          {note && (
            <p className="soft">
              <T>{note}</T>
            </p>
          )}
          <p>
            <T>{validity}</T>
          </p>
        </div>
        {code}
      </div>
      <SeasonGrid {...seats} size="small" columns={40} legend={false} title={season} />
    </article>
  )
}
