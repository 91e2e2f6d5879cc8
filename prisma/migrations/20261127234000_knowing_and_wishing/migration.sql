-- Whoever wishes no more for the broadcast that told them of a gathering hears nothing more of that gathering either.
CREATE OR REPLACE VIEW "knowing" AS
  SELECT gathering_id, person_id FROM told
  UNION
  SELECT b.gathering_id, o.person_id
  FROM broadcasts b JOIN outbound_texts o ON o.broadcast_id = b.id JOIN people p ON p.id = o.person_id
  WHERE b.gathering_id IS NOT NULL AND o.state NOT IN ('dropped', 'failed') AND wants_broadcast(p.id, p.phone_hash, b.id);
