/** Years of a cooperative lived by chance, compared after every step with an independent model. */
@NullMarked
package io.github.coopj.governance.life;

import org.jspecify.annotations.NullMarked;
