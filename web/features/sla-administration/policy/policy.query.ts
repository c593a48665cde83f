import { graphql } from '../../../graphql/generated/index.ts';

export const PolicyQuery = graphql(`
  query AdministeredPolicy($programme: Programme!) {
    programmes { code name restricted coordinated }
    calendar { hoursOpen hoursClose }
    slaPolicies(programme: $programme) {
      version
      effectiveFrom
      publishedAt
      publishedBy { name }
      acknowledge { type minutes }
      resolve { type pillar importance workingDays workingMinutes }
    }
  }
`);

export const PolicyVersionQuery = graphql(`
  query PolicyVersion($programme: Programme!) { slaPolicies(programme: $programme) { version } }
`);

export const PublishPolicyMutation = graphql(`
  mutation PublishSlaPolicy($input: PublishSlaPolicyInput!) {
    publishSlaPolicy(input: $input) { policy { version } userErrors { field message code } }
  }
`);

export const PolicyDryRunQuery = graphql(`
  query PolicyDryRun($policy: SlaPolicyInput!, $window: WindowInput!) {
    policyDryRun(policy: $policy, window: $window) {
      cycles late wouldBeLate complete
      rows { type importance cycles late wouldBeLate }
    }
  }
`);
