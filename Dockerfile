# One file, one target a program. Build: docker build --target gateway -t bekhedmetkom-gateway .
FROM node:24-bookworm-slim AS source
WORKDIR /house
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
COPY text/package.json text/
COPY time/package.json time/
COPY http/package.json http/
COPY schema/package.json schema/
COPY platform/package.json platform/
COPY subgraphs/complaint/package.json subgraphs/complaint/
COPY subgraphs/directory/package.json subgraphs/directory/
COPY subgraphs/kpi/package.json subgraphs/kpi/
COPY subgraphs/notification/package.json subgraphs/notification/
COPY gateway/package.json gateway/
COPY identity/package.json identity/
COPY web/package.json web/
COPY replay/package.json replay/
COPY start/package.json start/
COPY test/package.json test/
RUN npm ci
COPY . .

FROM source AS program
ENV NODE_ENV=production HOST=0.0.0.0
USER node
ENTRYPOINT ["node", "--import", "@bekhedmetkom/platform/runtime"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"

FROM program AS complaint
USER root
RUN mkdir -p .data/attachments && chown node .data/attachments
USER node
CMD ["subgraphs/complaint/main.ts"]

FROM program AS directory
CMD ["subgraphs/directory/main.ts"]

FROM program AS kpi
CMD ["subgraphs/kpi/main.ts"]

FROM program AS notification
CMD ["subgraphs/notification/main.ts"]

FROM program AS gateway
CMD ["gateway/main.ts"]

FROM program AS identity
USER root
RUN mkdir -p .data/identity && chown node .data/identity
USER node
CMD ["identity/main.ts"]

FROM program AS migrate
HEALTHCHECK NONE
CMD ["start/migrate.ts"]

FROM source AS web
RUN npm run codegen -w web && npm run build -w web
ENV NODE_ENV=production HOST=0.0.0.0
USER node
WORKDIR /house/web
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "main.ts"]
