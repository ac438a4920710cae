import type { ReactNode } from 'react'
import type { Lang } from '@/core/lang'
import { ICONS } from './brand/Icon'
import * as Ui from './index'

/**
 * Every component in every state, served at /design in development. Its words are examples, in French only;
 * with `lang="en"` one sees the components' own words in English.
 */
export type GalleryProps = { frame?: 'public' | 'extranet'; lang?: Lang; now?: Date }

const NOW = new Date('2023-01-24T14:05:00Z')
const SEATS = { seats: 120, taken: 102, held: 3 }
const FACE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Crect width="8" height="8" fill="%23c9b89a"/%3E%3Ccircle cx="4" cy="3.2" r="1.6" fill="%2312444d"/%3E%3Cpath d="M.8 8q3.2-4.5 6.400 0z" fill="%2312444d"/%3E%3C/svg%3E'
const HREFS = { fr: '?', en: '?lang=en' }

export function Gallery({ frame = 'public', lang = 'fr', now = NOW }: GalleryProps) {
  return (
    <Ui.UiProvider lang={lang} now={now}>
      {frame === 'public' ? <PublicGallery /> : <ExtranetGallery />}
    </Ui.UiProvider>
  )
}

function PublicGallery() {
  return (
    <Ui.PublicLayout
      brand={{ name: 'Compagnon' }}
      links={[
        { href: '?', label: 'L’association', current: true },
        { href: '?missions', label: 'Proposer une mission' },
        { href: '?loges', label: 'Loges' },
        { href: '?posts', label: 'Actualités' },
        { href: '?join', label: 'Adhérer' },
      ]}
      langHrefs={HREFS}
      end={<Ui.ButtonLink href="?in">Entrer</Ui.ButtonLink>}
      footer={{
        name: 'Compagnon',
        motto: 'Des télétravailleurs qui s’entraident, se forment et travaillent ensemble.',
        groups: [
          {
            title: 'Découvrir',
            links: [
              { href: '?a', label: 'L’association' },
              { href: '?b', label: 'Les téléservices' },
              { href: '?c', label: 'Les loges' },
            ],
          },
          {
            title: 'Agir',
            links: [
              { href: '?d', label: 'Adhérer' },
              { href: '?e', label: 'Proposer une mission' },
            ],
          },
          {
            title: 'Savoir',
            links: [
              { href: '?f', label: 'Mentions légales' },
              { href: '?g', label: 'Accessibilité : bonne' },
            ],
          },
        ],
        small: 'Logiciel libre, AGPL-3.0.',
      }}
    >
      <Ui.Hero
        kicker="Saison 2023"
        title="Travailler de chez soi, jamais tout seul."
        lead="Une association de télétravailleurs : cent vingt places, un entretien pour se connaître, et du temps qui s’échange au lieu d’argent."
        actions={
          <Ui.ButtonLink kind="main" href="?join" note="5 € pour la saison, après un entretien.">
            Demander un entretien
          </Ui.ButtonLink>
        }
      >
        <Ui.SeasonGrid {...SEATS} size="large" title="Les places de la saison" />
      </Ui.Hero>
      <Ui.Page>
        <Everything />
      </Ui.Page>
    </Ui.PublicLayout>
  )
}

function ExtranetGallery() {
  return (
    <Ui.ExtranetLayout
      brand={{ name: 'Compagnon', href: '?' }}
      langHrefs={HREFS}
      places={[
        { href: '?', label: 'Aujourd’hui', icon: 'today', current: true },
        { href: '?m', label: 'Missions', icon: 'missions', count: 3 },
        { href: '?p', label: 'Compagnons', icon: 'people' },
        { href: '?f', label: 'Forum', icon: 'forum', count: 128 },
        { href: '?t', label: 'Mes TS', icon: 'clock' },
      ]}
      account={{
        name: 'Marie Lefèvre',
        src: FACE,
        balance: { amount: 12, held: 3, href: '?t' },
        groups: [
          {
            links: [
              { href: '?me', label: 'Ma fiche' },
              { href: '?set', label: 'Mes réglages' },
            ],
          },
          {
            title: 'Adhésions',
            links: [
              { href: '?apps', label: 'Candidatures' },
              { href: '?line', label: 'Liste d’attente' },
            ],
          },
        ],
        signOutAction: '?out',
      }}
      crumbs={[
        { label: 'Accueil', href: '?' },
        { label: 'Missions', href: '?m' },
        { label: 'Traduire une notice' },
      ]}
      flash={<Ui.Flash kind="success">Votre aide est proposée : Ahmed a été prévenu.</Ui.Flash>}
    >
      <Ui.Page>
        <Ui.PageHeading
          kicker="Mardi 24 janvier"
          title="Bonjour Marie, deux personnes vous attendent"
          lead="Il vous reste 12 TS, et trois missions demandent vos compétences."
          action={
            <Ui.ButtonLink kind="main" icon="plus" href="?new">
              Apporter une mission
            </Ui.ButtonLink>
          }
        />
        <Ui.Columns
          asideLabel="Votre compte"
          aside={
            <>
              <div>
                <h2>Votre solde</h2>
                <Ui.TsAmount large amount={12} held={3} />
              </div>
              <Ui.SeasonGrid {...SEATS} mine={48} size="small" title="Saison 2023" />
            </>
          }
        >
          <Ui.Section title="Ce qui vous attend">
            <Ui.Awaiting
              items={[
                {
                  key: 'a',
                  sentence:
                    'Marie attend votre évaluation depuis 3 jours : dites si l’aide a bien été reçue.',
                  action: <Ui.ButtonLink href="?e">Évaluer l’aide</Ui.ButtonLink>,
                  picture: <Ui.Portrait name="Marie Lefèvre" src={FACE} />,
                },
                {
                  key: 'b',
                  sentence: 'Votre place est retenue jusqu’à demain midi.',
                  action: <Ui.ButtonLink href="?p">Payer la cotisation</Ui.ButtonLink>,
                  picture: <Ui.Portrait name="Ahmed Benali" />,
                },
              ]}
            />
          </Ui.Section>
        </Ui.Columns>
        <Everything />
      </Ui.Page>
    </Ui.ExtranetLayout>
  )
}

function Show({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Ui.Section title={title}>
      <Ui.Stack>{children}</Ui.Stack>
    </Ui.Section>
  )
}

function Everything() {
  return (
    <>
      <Show title="Boutons">
        <Ui.Actions>
          <Ui.Button>Proposer mon aide</Ui.Button>
          <Ui.Button kind="secondary">Enregistrer le brouillon</Ui.Button>
          <Ui.Button kind="quiet">Plus tard</Ui.Button>
          <Ui.Button kind="danger">Effacer mon compte</Ui.Button>
          <Ui.Button disabled>Complet</Ui.Button>
          <Ui.Button small kind="secondary" icon="print">
            Imprimer
          </Ui.Button>
        </Ui.Actions>
        <Ui.Button note="Coûte 2 TS, rendus si la mission est annulée.">Voir les coordonnées</Ui.Button>
        <Ui.PostButton action="?" icon="check">
          Marquer comme lu
        </Ui.PostButton>
        <Ui.Confirm
          label="Quitter la mission…"
          question="Quitter cette mission ?"
          consequence="Votre place se libère aussitôt et les 5 TS réservés reviennent à Ahmed. Cela ne peut pas être défait."
          confirm="Quitter la mission"
          action="?"
        />
        <Ui.Confirm
          open
          label="Demander le remboursement…"
          question="Demander le remboursement ?"
          consequence="Votre accès cesse aujourd’hui ; 5 € vous sont rendus sous 10 jours."
          confirm="Demander le remboursement"
          action="?"
        >
          <Ui.TextArea name="motif" label="Pourquoi partez-vous ?" optional rows={2} />
        </Ui.Confirm>
      </Show>

      <Show title="Formulaires">
        <Ui.Columns
          aside={
            <Ui.Notice kind="tip">Un titre court et précis trouve sa réponse deux fois plus vite.</Ui.Notice>
          }
        >
          <Ui.Form action="?" id="libre">
            <Ui.TextInput
              name="titre"
              label="Titre de la mission"
              hint="En quelques mots : ce qu’il y a à faire."
            />
            <Ui.TextArea
              name="texte"
              label="Que faut-il faire ?"
              hint="Le contexte, le résultat attendu, l’échéance."
            />
            <Ui.DateInput name="date" label="Pour quand ?" optional />
            <Ui.TextInput name="prix" label="Budget" unit="€" size="short" inputMode="numeric" optional />
            <Ui.Select
              name="metier"
              label="Métier"
              options={[
                { value: 'a', label: 'Traduction' },
                {
                  group: 'Bureau',
                  options: [
                    { value: 'b', label: 'Comptabilité' },
                    { value: 'c', label: 'Secrétariat' },
                  ],
                },
              ]}
            />
            <Ui.RadioGroup
              name="mode"
              label="Comment voulez-vous être aidé ?"
              value="coop"
              options={[
                {
                  value: 'coop',
                  label: 'Une réponse commune',
                  hint: 'Trois compagnons au plus, un seul prix.',
                },
                { value: 'comp', label: 'Plusieurs propositions', hint: 'Trois au plus, côte à côte.' },
                { value: 'non', label: 'Je ne sais pas encore', disabled: true },
              ]}
            />
            <Ui.RadioGroup
              inline
              name="note"
              label="L’aide a-t-elle été reçue ?"
              options={[
                { value: 'oui', label: 'Oui' },
                { value: 'partie', label: 'En partie' },
                { value: 'non', label: 'Non' },
              ]}
            />
            <Ui.CheckboxGroup
              name="jours"
              label="Vos jours"
              optional
              values={['mar']}
              inline
              options={[
                { value: 'lun', label: 'Lundi' },
                { value: 'mar', label: 'Mardi' },
                { value: 'mer', label: 'Mercredi' },
              ]}
            />
            <Ui.FileInput
              name="fichier"
              label="Joindre un document"
              hint="PDF ou image, 5 Mo au plus."
              optional
            />
            <Ui.Fieldset legend="Votre compte">
              <Ui.TextInput name="mail" type="email" label="Adresse électronique" autoComplete="email" />
              <Ui.PasswordInput name="mdp" label="Mot de passe" purpose="new" hint="12 signes ou plus." />
            </Ui.Fieldset>
            <Ui.Checkbox name="charte" label="J’ai lu la charte et je m’y tiendrai." />
            <Ui.Button note="Elle sera relue avant d’être publiée.">Proposer la mission</Ui.Button>
          </Ui.Form>
        </Ui.Columns>
      </Show>

      <Show title="Formulaire à revoir">
        <Ui.Form
          action="?"
          id="revoir"
          values={{ titre: 'Aide', mode: 'comp' }}
          errors={{
            titre: 'Donnez un titre d’au moins 10 signes.',
            mode: 'Choisissez comment vous voulez être aidé.',
            charte: 'Cochez la case pour continuer.',
            '': 'La saison vient d’être complétée : vous pouvez rejoindre la liste d’attente.',
          }}
        >
          <Ui.TextInput name="titre" label="Titre de la mission" hint="En quelques mots." />
          <Ui.RadioGroup
            name="mode"
            label="Comment voulez-vous être aidé ?"
            options={[
              { value: 'coop', label: 'Une réponse commune' },
              { value: 'comp', label: 'Plusieurs propositions' },
            ]}
          />
          <Ui.Checkbox name="charte" label="J’ai lu la charte." />
          <Ui.Button>Proposer la mission</Ui.Button>
        </Ui.Form>
      </Show>

      <Show title="Chercher et filtrer">
        <Ui.SearchBox action="?" label="Rechercher un compagnon" value="couture" />
        <Ui.FilterBar action="?" active={1} values={{ etat: 'open' }}>
          <Ui.Select
            name="etat"
            label="État"
            options={[
              { value: 'open', label: 'Ouverte' },
              { value: 'done', label: 'Terminée' },
            ]}
            empty="Tous"
          />
          <Ui.TextInput name="lieu" label="Commune" size="medium" />
        </Ui.FilterBar>
        <Ui.FilterBar action="?" folded label="Autour de moi">
          <Ui.TextInput name="lieu-bis" label="Commune" size="medium" />
        </Ui.FilterBar>
        <Ui.Tabs
          tabs={[
            { href: '?', label: 'Ouvertes', current: true, count: 12 },
            { href: '?mine', label: 'Les miennes', count: 2 },
            { href: '?done', label: 'Terminées' },
          ]}
        />
      </Show>

      <Show title="Messages">
        <Ui.Flash kind="success">Votre place est confirmée. Bienvenue !</Ui.Flash>
        <Ui.Flash kind="info">La saison ouvre le 7 janvier.</Ui.Flash>
        <Ui.Flash kind="refusal">Il vous manque 2 TS : une mission apportée en rapporte 5.</Ui.Flash>
        <Ui.Notice>Les coordonnées du donneur d’ordre ne sont vues que des répondants.</Ui.Notice>
        <Ui.Notice kind="warning">Un TS ne s’achète pas et ne se revend pas.</Ui.Notice>
        <Ui.EmptyState
          title="Aucune mission pour l’instant"
          action={<Ui.ButtonLink href="?">Apporter une mission</Ui.ButtonLink>}
        >
          Celles qui demandent vos compétences apparaîtront ici. En attendant, en connaissez-vous une ?
        </Ui.EmptyState>
        <Ui.EmptyState picture={null} title="Rien de neuf près de chez vous" />
      </Show>

      <Show title="États et histoire">
        <Ui.Meta>
          <Ui.StatusTag kind="open">Ouverte</Ui.StatusTag>
          <Ui.StatusTag kind="waiting">En attente</Ui.StatusTag>
          <Ui.StatusTag kind="held">Retenue</Ui.StatusTag>
          <Ui.StatusTag kind="done">Terminée</Ui.StatusTag>
          <Ui.StatusTag kind="refused">Refusée</Ui.StatusTag>
          <Ui.StatusTag kind="closed">Close</Ui.StatusTag>
          <Ui.StatusTag kind="draft">Brouillon</Ui.StatusTag>
          <Ui.StatusTag kind="alert">À surveiller</Ui.StatusTag>
        </Ui.Meta>
        <Ui.StateBlock
          status={{ kind: 'waiting', word: 'En attente' }}
          sentence="Marie attend votre évaluation depuis 3 jours."
          action={<Ui.Button>Évaluer l’aide</Ui.Button>}
          history={[{ title: 'Aide proposée', at: '2023-01-10' }]}
        />
        <Ui.Timeline
          label="Histoire de la mission"
          events={[
            { title: 'Mission apportée par Ahmed', at: '2022-11-30T10:00:00Z' },
            { title: 'Publiée par l’association', at: '2023-01-21T09:00:00Z', note: 'Relue par Claire.' },
            { title: 'Deux réponses sont arrivées', at: '2023-01-24T12:00:00Z', state: 'now' },
            { title: 'Choix du donneur d’ordre', at: '2023-01-27', state: 'next' },
            { title: 'Évaluation', state: 'next' },
          ]}
        />
        <Ui.Timeline
          events={[
            { title: 'Candidature reçue', at: '2023-01-08' },
            { title: 'Retirée', at: '2023-01-20', state: 'refused' },
          ]}
        />
        <Ui.StepIndicator
          current={2}
          steps={[
            { label: 'Demande', href: '?1' },
            { label: 'Entretien' },
            { label: 'Réponse' },
            { label: 'Cotisation' },
            { label: 'Bienvenue' },
          ]}
        />
      </Show>

      <Show title="Personnes et cartes">
        <Ui.CardList label="Compagnons">
          <Ui.Card
            as="li"
            href="?1"
            title="Marie Lefèvre"
            picture={<Ui.Portrait name="Marie Lefèvre" src={FACE} size="large" />}
            foot="Répond en un jour"
          >
            Traductrice, Rennes
          </Ui.Card>
          <Ui.Card
            as="li"
            href="?2"
            title="Traduire une notice technique de l’allemand"
            marked
            top={
              <>
                <Ui.StatusTag kind="open">Ouverte</Ui.StatusTag> <Ui.TsAmount amount={5} />
              </>
            }
            foot={
              <Ui.Meta>
                <span>2 réponses sur 3</span> <Ui.DateText at="2023-01-27" />
              </Ui.Meta>
            }
          >
            Douze pages, vocabulaire de la menuiserie. Échéance vendredi ?
          </Ui.Card>
          <Ui.Card as="li" title="Sans lien" foot="Saison 2023">
            <Ui.SeasonGrid {...SEATS} size="small" />
          </Ui.Card>
        </Ui.CardList>
        <Ui.PersonLine
          name="Ahmed Benali"
          href="?3"
          note="Comptable, Nantes"
          end={<Ui.TsAmount amount={3} signed />}
        />
        <Ui.PersonLine
          name="Éléonore de la Tour"
          note="Coordinatrice de la loge de Vitré"
          src={FACE}
          size="small"
        />
        <Ui.Actions>
          <Ui.Portrait name="Ahmed Benali" size="small" />
          <Ui.Portrait name="Ahmed Benali" />
          <Ui.Portrait name="Ahmed Benali" size="large" />
          <Ui.Portrait name="Ahmed Benali" size="huge" />
          <Ui.Portrait name="Marie" src={FACE} size="huge" alt="Portrait de Marie" />
        </Ui.Actions>
        <Ui.Post
          author={{ name: 'Ahmed Benali', href: '?3' }}
          at="2023-01-24T11:00:00Z"
          note="modifié"
          acts={
            <Ui.Button kind="quiet" small>
              Répondre
            </Ui.Button>
          }
        >
          <p>J’ai deux heures jeudi si quelqu’un veut voir la facturation ensemble.</p>
        </Ui.Post>
      </Show>

      <Show title="Montants et dates">
        <Ui.DefinitionList
          items={[
            { term: 'Solde', value: <Ui.TsAmount amount={12} held={3} /> },
            { term: 'Un seul réservé', value: <Ui.TsAmount amount={1200} held={1} /> },
            { term: 'Mouvement', value: <Ui.TsAmount amount={-2} signed /> },
            { term: 'Cotisation', value: <Ui.Money cents={500} short /> },
            { term: 'Prix', value: <Ui.Money cents={123450} /> },
            { term: 'Proche', value: <Ui.DateText at="2023-01-25" /> },
            { term: 'Instant', value: <Ui.DateText at="2023-01-24T13:00:00Z" /> },
            { term: 'Loin', value: <Ui.DateText at="2022-09-01T13:00:00Z" /> },
          ]}
        />
      </Show>

      <Show title="Tableau">
        <Entries />
        <Ui.DataTable
          caption="Tableau vide"
          columns={[{ key: 'a', label: 'Date', cell: () => '' }]}
          rows={[]}
          rowKey={() => ''}
        />
        <Ui.Pagination page={4} pages={12} href={(page) => `?page=${page}`} />
        <Ui.Pagination
          page={1}
          pages={2}
          href={(page) => `?list=b&page=${page}`}
          label="Pages de l’autre liste"
        />
      </Show>

      <Show title="La saison">
        <Ui.SeasonGrid {...SEATS} size="large" title="Saison 2023" />
        <Ui.SeasonGrid {...SEATS} size="medium" mine={48} />
        <Ui.SeasonGrid seats={30} taken={30} size="small" title="Complète" />
        <Ui.SeasonGrid seats={37} taken={4} held={2} size="small" title="Trente-sept places" />
      </Show>

      <Show title="Avancement">
        <Ui.Progress label="Import" value={1250} max={5000} text="1 250 sur 5 000" />
        <Ui.Progress label="Envoi" value={12} max={0} text="12 envoyés" />
      </Show>

      <Show title="Courbes et barres">
        <Ui.BarPlot
          title="Heures échangées par métier"
          heads={['Métier', 'Heures']}
          bars={[
            { label: 'Traduction', value: 42 },
            { label: 'Comptabilité', value: 31, marked: true },
            { label: 'Mise en page', value: 12 },
            { label: 'Photo', value: 0 },
          ]}
        />
        <Ui.LinePlot
          title="Adhésions depuis l’ouverture"
          points={['7 janv.', '10 janv.', '13 janv.', '16 janv.', '20 janv.', '24 janv.']}
          lines={[
            { label: '2023', values: [8, 31, 52, 70, 91, 102], marked: true },
            { label: '2022', values: [3, 12, 20, 33, null, null] },
          ]}
        />
      </Show>

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

      <Show title="Page d’erreur">
        <Ui.ErrorPage code={404} level={3} />
        <Ui.ErrorPage code={500} level={3} reference="01HX-42" />
      </Show>
    </>
  )
}

type Entry = { id: string; at: string; what: string; ts: number; left: number }
const ENTRIES: readonly Entry[] = [
  { id: '1', at: '2023-01-08', what: 'Bienvenue dans l’association', ts: 5, left: 5 },
  { id: '2', at: '2023-01-12', what: 'Mission apportée : traduire une notice', ts: 5, left: 10 },
  { id: '3', at: '2023-01-19', what: 'Coordonnées d’un donneur d’ordre', ts: -2, left: 8 },
]

function Entries() {
  return (
    <Ui.DataTable
      caption="Mouvements de janvier"
      rows={ENTRIES}
      rowKey={(row) => row.id}
      columns={[
        { key: 'what', label: 'Objet', heading: true, cell: (row) => row.what },
        {
          key: 'at',
          label: 'Date',
          sort: { href: '?tri=date', current: 'desc' },
          cell: (row) => <Ui.DateText at={row.at} as="date" />,
        },
        {
          key: 'ts',
          label: 'Mouvement',
          figures: true,
          sort: { href: '?tri=ts' },
          cell: (row) => <Ui.TsAmount amount={row.ts} signed />,
        },
        { key: 'left', label: 'Solde', figures: true, cell: (row) => <Ui.TsAmount amount={row.left} /> },
      ]}
      totals={{ what: 'Au 24 janvier', left: <Ui.TsAmount amount={8} /> }}
    />
  )
}
