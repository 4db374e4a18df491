{{ doc }}

from .. import ferroform as ferroform
