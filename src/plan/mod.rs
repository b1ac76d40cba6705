//! Plans as data: outcomes, areas of focus, indicators, actions, evidence.
