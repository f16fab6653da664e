"""An approximate commutator: eta of a certificate."""

from semicircular import certificate, draw_certificate

draw_certificate(certificate("2", 1, 12))
