-- Versions of a model, the parameters of each, and which one is in force.
CREATE TABLE version (
  name VARCHAR(64) PRIMARY KEY,
  number BIGINT NOT NULL,
  complete BOOLEAN NOT NULL,
  header TEXT NOT NULL,
  lineage TEXT NOT NULL
);

CREATE TABLE parameters (
  version VARCHAR(64) NOT NULL REFERENCES version (name) ON DELETE CASCADE,
  exercise VARCHAR NOT NULL,
  position BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  corrects BIGINT NOT NULL,
  fitted BOOLEAN NOT NULL,
  theta DOUBLE PRECISION ARRAY NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (version, exercise)
);

-- How sure the parameters are, and what explanations compare with.
CREATE TABLE spread (
  version VARCHAR(64) NOT NULL REFERENCES version (name) ON DELETE CASCADE,
  exercise VARCHAR NOT NULL,
  position BIGINT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (version, exercise)
);

-- One row, once something has been published.
CREATE TABLE in_force (
  id INT PRIMARY KEY CHECK (id = 1),
  version VARCHAR(64) NOT NULL REFERENCES version (name),
  pointer TEXT NOT NULL
);

-- One row, which a publisher holds while it is at work.
CREATE TABLE publisher (id INT PRIMARY KEY CHECK (id = 1));
INSERT INTO publisher (id) VALUES (1);

-- What an application reads: the parameters in force.
CREATE VIEW current_parameters AS
  SELECT p.* FROM parameters p JOIN in_force f ON p.version = f.version;
