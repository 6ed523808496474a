#pragma once

namespace drawbridge::test {

/// Two namespaces and the outside; one half open arrow, an open service, problems of every kind.
inline const char *const kShop = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: gateway
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: gateway, tier: edge}
    spec:
      containers:
        - name: gateway
          image: gateway:1
          ports:
            - containerPort: 8000
            - containerPort: 8443
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ingress-test
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: gateway, tier: edge}
    spec:
      containers:
        - name: gateway
          image: gateway:2
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: api}
    spec:
      containers:
        - name: api
          image: api:1
          ports:
            - containerPort: 8080
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: database
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: db}
    spec:
      containers:
        - name: db
          image: db:1
          ports:
            - containerPort: 5432
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: legacy-batch
  namespace: jobs
spec:
  template:
    metadata:
      labels: {app: legacy-batch}
    spec:
      containers:
        - name: batch
          image: batch:1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: prometheus
  namespace: jobs
spec:
  template:
    metadata:
      labels: {app: prometheus}
    spec:
      containers:
        - name: prometheus
          image: prometheus:1
          ports:
            - containerPort: 9090
              protocol: TCP
---
# Nothing may enter unless a policy below says so.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: gateway
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: gateway}
  policyTypes: [Ingress]
  ingress:
    - from:
        - ipBlock: {cidr: 203.0.113.0/24}
        - ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.128/25]}
      ports:
        - port: 8443
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: api}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - podSelector:
            matchLabels: {app: gateway}
      ports:
        - port: 8080
  egress:
    - to:
        - podSelector:
            matchLabels: {app: db}
      ports:
        - port: 5432
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: database
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: db}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: {app: api}
      ports:
        - port: 5432
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: prometheus
  namespace: jobs
spec:
  podSelector:
    matchLabels: {app: prometheus}
  policyTypes: [Ingress, Egress]
  egress:
    - to:
        - namespaceSelector:
            matchLabels: {kubernetes.io/metadata.name: shop}
          podSelector:
            matchLabels: {app: api}
      ports:
        - port: 9102
  ingresss: []
)";

} // namespace drawbridge::test
