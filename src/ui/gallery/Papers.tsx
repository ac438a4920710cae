import { ICONS } from '../brand/Icon'
import * as Ui from '../index'
import { Entries } from './Entries'
import { FACE, SEATS } from './examples'
import { Show } from './Show'

/** What is printed, read or drawn. */
export function Papers() {
  return (
    <>
      <Show title="Papiers">
        <Ui.Sheet
          kind="statement"
          issuerName="Compagnon"
          issuer={<p>12 rue des Ateliers, 35500 Vitré</p>}
          recipient={
            <p>
              Marie Lefèvre
              <br />3 place du Marché
              <br />
              35000 Rennes
            </p>
          }
          title="Relevé de téléservices"
          number="2023-014"
          at="2023-01-24"
          foot="Un TS n’est pas de l’argent : il ne s’achète pas et ne se rembourse pas."
        >
          <Entries />
        </Ui.Sheet>
        <Ui.MemberCard
          association="Compagnon"
          name="Marie Lefèvre"
          src={FACE}
          note="Traductrice, Rennes"
          season="Saison 2023"
          seats={{ ...SEATS, mine: 48 }}
          validity="Place 48, jusqu’au 31 décembre 2023"
        />
      </Show>

      <Show title="Texte">
        <Ui.Prose>
          <p>
            <Ui.T>Les compagnons apprennent en voyageant, puis enseignent à leur tour.</Ui.T>{' '}
            <a href="?x">Lire la charte</a>
          </p>
          <h3>Un sous-titre</h3>
          <ul>
            <li>On donne une heure ;</li>
            <li>on en reçoit une autre.</li>
          </ul>
          <blockquote>
            <Ui.T>« Je te forme, tu formes à ton tour. »</Ui.T>
          </blockquote>
        </Ui.Prose>
        <Ui.Disclosure summary="Comment les TS sont-ils comptés ?">
          <p>À chaque aide évaluée.</p>
        </Ui.Disclosure>
        <Ui.Snippet copy="Copier" copied="Copié">
          {'<img src="https://exemple.fr/compteur.svg">'}
        </Ui.Snippet>
      </Show>

      <Show title="Dessins">
        <Ui.Actions>
          <Ui.BrandMark size={96} />
          <Ui.Illustration name="bench" />
          <Ui.Illustration name="joined" />
          <Ui.Illustration name="drawer" />
          <Ui.Illustration name="road" />
        </Ui.Actions>
        <Ui.Actions>
          {ICONS.map((name) => (
            <span key={name} className="soft">
              <Ui.Icon name={name} size={28} /> {name}
            </span>
          ))}
        </Ui.Actions>
      </Show>
    </>
  )
}
