/** The product's graph, asked as a client without an account. */

/** Asks the gateway; throws for an answer with errors. */
export async function graph<Data>(gatewayUrl: string, query: string, variables = {}): Promise<Data> {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

export interface Submitted {
  reference: string;
  secret: string;
}

/** Files a case anonymously; what is not said is an ordinary complaint to the Ministry of Health. */
export async function submitCase(gatewayUrl: string, more: Record<string, unknown> = {}): Promise<Submitted> {
  const input = {
    idempotencyKey: crypto.randomUUID(),
    type: 'COMPLAINT',
    subject: 'The clinic has no doctor',
    text: 'There has been no doctor at the clinic since Sunday.',
    entityCode: 'MOH',
    governorateCode: 'AMMAN',
    anonymous: true,
    language: 'EN',
    ...more,
  };
  const { submitCase: payload } = await graph<{
    submitCase: {
      secret: string | null;
      case: { reference: string } | null;
      userErrors: { message: string }[];
    };
  }>(
    gatewayUrl,
    'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { secret case { reference } userErrors { message } } }',
    { input },
  );
  const { secret, case: kase, userErrors } = payload;
  if (!kase || secret === null) throw new Error(userErrors.map(({ message }) => message).join('; '));
  return { reference: kase.reference, secret };
}
