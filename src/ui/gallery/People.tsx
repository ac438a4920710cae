import * as Ui from '../index'
import { FACE, SEATS } from './examples'
import { Show } from './Show'

/** Whom and what one sees: states, cards, errors. */
export function People() {
  return (
    <>
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

      <Show title="Page d’erreur">
        <Ui.ErrorPage code={404} level={3} />
        <Ui.ErrorPage code={500} level={3} reference="01HX-42" />
      </Show>
    </>
  )
}
