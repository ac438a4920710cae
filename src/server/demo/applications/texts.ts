/** What people usually write in an application, and staff in the report of an interview. */
export const motives: readonly [string, ...string[]] = [
  'Je travaille seule chez moi depuis trois ans et les collègues me manquent plus que la cantine. J’aimerais échanger des coups de main et peut-être répondre à plusieurs.',
  'Une amie membre m’a raconté l’entraide en TS. Je sais faire des choses que d’autres n’aiment pas faire, et l’inverse est vrai aussi.',
  'Je démarre à mon compte. Je ne cherche pas de clients gratuits, plutôt des gens qui sont passés par là et à qui je peux rendre la pareille.',
  'Je refuse régulièrement des missions parce qu’il me manque une compétence. La réponse à trois me paraît être la bonne taille.',
  'Je vis loin des villes et je tiens à y rester. Un réseau d’humains vérifiés, avec une charte, vaut mieux qu’une place de marché.',
  'J’ai du temps à donner le lundi et beaucoup de questions sur mes devis. Je crois aux échanges qui restent équilibrés.',
  'J’ai quitté un grand groupe et je veux garder l’habitude de travailler avec d’autres métiers que le mien.',
]

export const reports: readonly [string, ...string[]] = [
  'Échange clair et chaleureux. Activité réelle, exemples à l’appui. A bien compris que les TS ne s’achètent pas. Avis favorable.',
  'Une heure en visio. Sait ce qu’elle peut offrir et ce qu’elle cherche. Guidée vers l’annuaire pour un premier échange. Avis favorable.',
  'Vu à la permanence. Prudent sur les délais, ce qui est bon signe. Lui proposer un parrainage les premières semaines. Avis favorable.',
  'Bonne expérience, un peu isolé. Le compte rendu de sa dernière mission est soigné. Avis favorable.',
  'Questions précises sur la charte, réponses données. Références vérifiées par téléphone. Avis favorable.',
]

export const places: readonly [string, ...string[]] = [
  'Visioconférence, lien envoyé la veille par e-mail',
  'Permanence d’Apt, 3 rue des Bassins',
  'Par téléphone, nous vous appelons',
]

export const refusals = {
  selling:
    'Votre projet consiste à vendre un programme à nos membres. L’association met en commun du temps et des savoir-faire, sans démarchage : nous ne pouvons pas l’accueillir. Nous vous souhaitons de trouver un cadre qui vous convienne.',
  shop: 'Vous cherchez avant tout un lieu de vente, et notre site n’en est pas un. Une coopérative d’artisans de votre département correspondrait mieux à votre travail, qui est très beau. Votre candidature reste la bienvenue si vous souhaitez un jour échanger du temps.',
} as const
