/** What people say who look for an entity. */
export interface SearchWord {
  entity: string;
  words: string;
}

/** What an entity is asked about. */
export interface EntityCategory {
  entity: string;
  category: string;
}

/** How an entity is found beside its names, units and services; in place of what was said before. */
export interface SearchTerms {
  entity: string;
  words: readonly string[];
  categories: readonly string[];
}
