/** Units that shipments on their way are to bring to a record and have not brought yet. Few lines of a record are open. */
export const incomingSql = (recordId: string): string => `coalesce((
    SELECT sum(greatest(0, n.expected - n.received - n.damaged))::int
    FROM inbound_shipment_line n JOIN inbound_shipment o ON o.id = n.shipment_id
    WHERE n.record_id = ${recordId} AND NOT n.closed AND o.state IN ('expected', 'part_received')), 0)`
