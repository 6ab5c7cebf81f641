-- Batches of predictions for students, the rows of each, and which one is in force.
CREATE TABLE batch (
  name VARCHAR(64) PRIMARY KEY,
  number BIGINT NOT NULL,
  complete BOOLEAN NOT NULL,
  version VARCHAR(64) NOT NULL,
  lineage TEXT NOT NULL
);

-- The two large tables do not reference batch: H2 would look rows up by the index of the reference,
-- which is the same for all rows of a batch.
CREATE TABLE student_state (
  batch VARCHAR(64) NOT NULL,
  student VARCHAR NOT NULL,
  attempts BIGINT NOT NULL,
  state BYTEA NOT NULL,
  PRIMARY KEY (batch, student)
);

-- Kind is 'recommended' or 'challenge', place counts from 1.
CREATE TABLE next_exercise (
  batch VARCHAR(64) NOT NULL,
  student VARCHAR NOT NULL,
  kind VARCHAR(16) NOT NULL,
  place BIGINT NOT NULL,
  exercise VARCHAR NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (batch, student, kind, place)
);

CREATE TABLE challenge_threshold (
  batch VARCHAR(64) NOT NULL REFERENCES batch (name) ON DELETE CASCADE,
  exercise VARCHAR NOT NULL,
  threshold DOUBLE PRECISION NOT NULL,
  first_attempts BIGINT NOT NULL,
  PRIMARY KEY (batch, exercise)
);

-- One row, once predictions have been delivered.
CREATE TABLE batch_in_force (
  id INT PRIMARY KEY CHECK (id = 1),
  batch VARCHAR(64) NOT NULL REFERENCES batch (name)
);

-- What an application reads. Every row has its batch, and states the version that they belong to.
CREATE VIEW current_predictions AS
  SELECT b.version, s.* FROM student_state s
  JOIN batch_in_force f ON s.batch = f.batch JOIN batch b ON b.name = f.batch;

CREATE VIEW current_recommendations AS
  SELECT n.batch, n.student, n.place, n.exercise, n.probability FROM next_exercise n
  JOIN batch_in_force f ON n.batch = f.batch WHERE n.kind = 'recommended';

CREATE VIEW current_challenges AS
  SELECT n.batch, n.student, n.place, n.exercise, n.probability FROM next_exercise n
  JOIN batch_in_force f ON n.batch = f.batch WHERE n.kind = 'challenge';

CREATE VIEW current_thresholds AS
  SELECT t.* FROM challenge_threshold t JOIN batch_in_force f ON t.batch = f.batch;
